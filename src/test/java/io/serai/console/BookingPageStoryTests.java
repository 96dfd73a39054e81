package io.serai.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator at the page of a booking, in a real browser. */
class BookingPageStoryTests {

    private static final LocalDate ARRIVAL = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    private static Browsing browsing;
    private static Story story;
    private static long number;
    private static long id;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void begin() {
        browsing = Browsing.begin();
        story = Story.begin(4);
        number =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                """
                                {"arrival": "%s", "departure": "%s", "force": true, "card": true, "remarks": "Late & tired",
                                 "booker": {"firstName": "Ann", "lastName": "Example"},
                                 "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Ann Example"}]}"""
                                        .formatted(
                                                ARRIVAL,
                                                ARRIVAL.plusDays(2),
                                                story.remoteRoom(),
                                                story.remoteRate(0)))
                        .body()
                        .path("id")
                        .asLong();
        id =
                await().atMost(Duration.ofSeconds(90))
                        .until(
                                () ->
                                        story.sql()
                                                .sql(
                                                        "select id from ota_bookings where booking_number = ? and acknowledged_at is not null")
                                                .param(Long.toString(number))
                                                .query(Long.class)
                                                .optional()
                                                .orElse(0L),
                                found -> found > 0);
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void showsABookingAndHasItsCardReportedWhereItIsAskedFor() {
        Page page = signedIn("operator", 1280, ColorScheme.LIGHT);
        page.navigate("/?hotel=" + story.hotel());

        page.getByLabel("Booking " + number).click();
        assertThat(page.locator("h1")).containsText("Booking " + number);
        assertThat(page.locator("#facts")).containsText("Ann Example");
        assertThat(page.locator("#facts")).containsText("Late & tired");
        assertThat(page.locator("#rooms tbody tr")).hasCount(2);
        assertThat(page.locator("#rooms")).containsText("120.00 EUR");
        assertThat(page.locator("#clock")).containsText("acknowledged");
        assertThat(page.locator("#action-cancel")).containsText("Extranet");
        Locator card = page.locator("#action-card-invalid");
        card.locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(card.locator(".said")).hasText("It is asked for.");
        assertThat(card.locator(".asked .pill").first()).hasText("done");
        assertThat(card.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)).isFocused();
        assertThat(page.content()).doesNotContain("4111111111111111");
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysInTheChannelsWordsWhyItDoesNotDoIt() {
        Page page = signedIn("operator", 1280, ColorScheme.LIGHT);
        page.navigate(path());

        Locator card = page.locator("#action-no-show");
        card.locator("summary").click();
        card.getByLabel("Waive the fee").check();
        card.getByLabel("Ask for it: Report a no-show").click();

        assertThat(card.locator(".asked .pill").first()).hasText("refused");
        assertThat(card.locator(".asked")).containsText("before the arrival");
    }

    @Test
    void worksWithoutScriptsAndForWhoOperatesOnly() {
        Visitor visitor = Visitor.signedIn(Visitor.user("operator", story.hotel()));
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", story.hotel()));
        Visitor stranger = Visitor.signedIn(Visitor.user("operator"));
        visitor.get(path());
        viewer.get(path());

        var wrong = visitor.post(path() + "/actions/stay-change", Map.of("price", "cheap"));
        var page = visitor.get(path()).body();

        assertThat(wrong.statusCode()).isEqualTo(302);
        assertThat(page).contains("Not asked for: ").contains("/price");
        assertThat(visitor.post(path() + "/actions/dance", Map.of()).statusCode()).isEqualTo(404);
        assertThat(viewer.get(path()).body()).contains("for who operates here");
        assertThat(viewer.post(path() + "/actions/card-invalid", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(path()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/hotels/" + story.hotel() + "/bookings/0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void canBeLookedAtOnAnyScreenByDayAndByNight() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                Page page = signedIn("operator", width, colours);
                page.navigate(path());
                page.locator("#action-stay-change summary").click();
                Browsing.picture(
                        page, "booking-" + width + "-" + colours.name().toLowerCase(Locale.ROOT));
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                page.context().close();
            }
        }
    }

    private static String path() {
        return "/hotels/" + story.hotel() + "/bookings/" + id;
    }

    private Page signedIn(String role, int width, ColorScheme colours) {
        Page page = browsing.open(width, 844, colours);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user(role, story.hotel()));
        return page;
    }
}
