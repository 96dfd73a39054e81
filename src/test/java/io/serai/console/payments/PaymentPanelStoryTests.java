package io.serai.console.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.PaidBooking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who keeps the books at a booking's payment, in a real browser. */
class PaymentPanelStoryTests {

    private static final String IN_FULL = "4242 4242 4242 4242";

    private static Browsing browsing;

    private final List<String> complaints = new ArrayList<>();
    private final PaidBooking paid = PaidBooking.of("sandbox", "4242424242424242", "100.00");
    private final String path = "/hotels/" + paid.hotel() + "/bookings/" + paid.id() + "/payments";

    @BeforeAll
    static void begin() {
        browsing = Browsing.begin();
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void chargesGivesBackAndSeesTheCardForSeconds() {
        Page page = signedIn(1280, ColorScheme.LIGHT);
        page.navigate(path);

        Locator charge = page.locator("#payments-charge");
        charge.locator("summary").press("Enter");
        charge.getByLabel("Amount in EUR").fill("60.00");
        charge.getByLabel("Amount in EUR").press("Enter");
        assertThat(page.locator("#payments-said-charge")).hasText("It is charged now.");
        assertThat(page.locator("#payments-state .pill.done")).hasText("done");
        assertThat(charge.locator("summary")).isFocused();
        Locator back = page.locator("#payments-refund-gateway");
        back.locator("summary").click();
        assertThat(back.getByLabel("Amount in EUR")).hasValue("60.00");
        back.getByLabel("Amount in EUR").fill("61");
        back.getByText("Give it back now").click();
        assertThat(page.locator("#payments-said-refund-gateway")).containsText("at most EUR 60.00");
        back.getByLabel("Amount in EUR").fill("20.00");
        back.getByText("Give it back now").click();
        assertThat(page.locator("#payments-state .pill.done")).hasCount(2);
        Browsing.picture(page, "payments-1280-light");
        Axe.check(page);

        page.clock().install();
        Locator card = page.locator("#payments-card");
        card.locator("summary").click();
        card.getByLabel("Why you must see it").fill("to charge the no-show");
        card.getByText("Show the card").click();
        assertThat(card).containsText(IN_FULL);
        Axe.check(page);
        Browsing.picture(page, "payments-card-1280-light");
        page.clock().fastForward(30_600);
        assertThat(page.locator("#payments-card summary")).hasText("Show it in full");
        assertThat(page.content()).doesNotContain(IN_FULL);
        assertThat(complaints).allMatch(it -> it.contains("422"));
        page.context().close();
    }

    @Test
    void canBeReadOnAPhoneByNight() {
        Page page = signedIn(390, ColorScheme.DARK);
        page.navigate(path);
        page.locator("#payments-charge summary").click();

        Browsing.picture(page, "payments-390-dark");
        Axe.check(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        page.context().close();
    }

    private Page signedIn(int width, ColorScheme colours) {
        Page page = browsing.open(width, 844, colours);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("finance", paid.hotel()));
        return page;
    }
}
