package io.serai.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engineer who tries the API from its page, in a real browser. */
class ApiPageStoryTests {

    @Test
    void triesACallWithTheLoginThatWasEntered() {
        try (var browsing = Browsing.begin()) {
            Page page = browsing.open(1280, 900, ColorScheme.DARK);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(said -> complain(said.type(), said.text(), complaints));
            var hotel = SampleHotel.another(RunningSerai.shared().database());
            String login = Visitor.user("engineer", hotel.id());
            Browsing.signIn(page, login);

            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("API").setExact(true))
                    .click();
            var nav = page.locator("nav.sections");
            assertThat(nav).containsText("Bookings");
            assertThat(nav).containsText("Engineer");
            assertThat(nav).containsText("Routes");
            page.locator("button.authorize").first().click();
            page.locator("input[name=username]").fill(login);
            page.locator("input[name=password]").fill(Visitor.PASSWORD);
            page.locator(".auth-container button[type=submit]").first().click();
            page.locator(".auth-container .btn-done").first().click();
            var call = page.locator("#operations-connections-api-connections");
            call.locator(".opblock-summary-control").click();
            call.locator(".try-out__btn").click();
            call.locator("button.execute").click();

            assertThat(call.locator(".live-responses-table .response-col_status").last())
                    .hasText("200");
            assertThat(complaints).isEmpty();
        }
    }

    private static void complain(String type, String text, List<String> complaints) {
        if ("error".equals(type)) {
            complaints.add(text);
        }
    }
}
