package io.serai.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.Story;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator at the page, in a real browser. */
class HotelPageStoryTests {

    private static Browsing browsing;

    private final Story hotel = Story.begin(5);
    private final LocalDate night = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(3);
    private final Page page = browsing.open(1280, 900, ColorScheme.LIGHT);
    private final List<String> complaints = new ArrayList<>();

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
    void tellsTheChannelAPriceThatIsChangedInOneClick() {
        signIn();
        Locator cell = page.locator("#product-" + hotel.product(0) + "-" + night);
        assertThat(cell.locator(".held")).hasText("120Booking.com holds 120, as it should");
        long moment = hotel.moment();

        cell.locator("a.ours").click();
        assertThat(cell.locator("input[type=text]")).isFocused();
        page.keyboard().type("133,50");
        page.keyboard().press("Enter");

        assertThat(cell.locator("a.ours b")).hasText("133.50");
        assertThat(cell.locator(".held.same"))
                .hasText("133.50Booking.com holds 133.50, as it should");
        assertThat(page.locator("#deliveries")).containsText("price 133.50");
        assertThat(page.locator("#deliveries li").first()).containsText("applied");
        assertThat(hotel.pushesSince(moment)).hasSize(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void keepsAPriceSetByHandUntilItIsReleased() {
        signIn();
        Locator cell = page.locator("#product-" + hotel.product(0) + "-" + night);
        cell.locator("a.ours").click();
        assertThat(cell.locator("input[type=text]")).isFocused();
        page.keyboard().type("133.50");
        page.keyboard().press("Enter");
        assertThat(cell.locator(".marks")).hasText("hand");
        assertThat(cell.locator("a.ours"))
                .hasAttribute("title", Pattern.compile(".*set by hand by .+, .*"));

        hotel.sql()
                .sql("update rate_nights set prices = '{9900}' where product_id = ?")
                .param(hotel.product(0))
                .update();
        Locator next = page.locator("#product-" + hotel.product(0) + "-" + night.plusDays(1));
        assertThat(next.locator(".held.same")).containsText("99");
        assertThat(cell.locator("a.ours b")).hasText("133.50");
        assertThat(cell.locator(".held.same")).containsText("133.50");
        cell.locator("a.ours").click();
        assertThat(cell.locator("form .set")).containsText("Price set by hand by");
        cell.locator("button.release").click();

        assertThat(cell.locator("a.ours b")).hasText("99");
        assertThat(cell.locator(".held.same")).containsText("99");
        assertThat(cell.locator(".marks")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsABookingWithoutReload() {
        signIn();
        assertThat(page.locator("#bookings")).containsText("No booking yet");

        book("Ana Sousa");

        Locator booking = page.locator("#bookings li").first();
        assertThat(booking).containsText("Ana Sousa");
        assertThat(booking).containsText("1 × Garden Double");
        assertThat(booking).containsText("acknowledged");
        assertThat(page.locator("#room-" + hotel.roomType() + "-" + night + " a.ours b"))
                .hasText("4");
        assertThat(page.locator("body")).not().containsText("4111");
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysBesideTheValueWhatIsWrongWithIt() {
        signIn();
        Locator cell = page.locator("#room-" + hotel.roomType() + "-" + night);

        cell.locator("a.ours").click();
        assertThat(cell.locator("input[type=text]")).isFocused();
        page.keyboard().type("6");
        page.keyboard().press("Enter");
        assertThat(cell.locator("[role=alert]"))
                .hasText("'6' cannot be offered (expected: 0 to 5 rooms)");
        page.keyboard().press("Escape");

        assertThat(cell.locator("form")).hasCount(0);
        assertThat(cell.locator("a.ours b")).hasText("5");
    }

    @Test
    void overwritesNothingThatSomebodyElseWroteMeanwhile() {
        signIn();
        Locator cell = page.locator("#room-" + hotel.roomType() + "-" + night.plusDays(2));
        cell.locator("a.ours").click();
        assertThat(cell.locator("input[type=text]")).isFocused();
        hotel.sql()
                .sql("update room_nights set offered = 2 where room_type_id = ? and night = ?")
                .params(hotel.roomType(), night.plusDays(2))
                .update();

        page.keyboard().type("4");
        page.keyboard().press("Enter");

        assertThat(cell.locator("[role=alert]"))
                .hasText("Somebody else wrote meanwhile: 2 open. Save again to write yours.");
        assertThat(cell.locator("input[type=text]")).hasValue("4");
        cell.locator("button[type=submit]").first().click();
        assertThat(cell.locator("a.ours b")).hasText("4");
    }

    @Test
    void looksAgainAtAllNightsOnDemand() {
        signIn();

        page.getByText("Sync now").click();
        assertThat(page.locator("#said")).containsText("only what differs is sent");
        long moment = hotel.moment();
        page.getByText("Full sync…").click();
        page.getByText("Send everything").click();

        assertThat(page.locator("#said")).containsText("told everything again");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(hotel.pushesSince(moment)).isNotEmpty());
    }

    @Test
    void canBeLookedAtOnAnyScreenByDayAndByNight() {
        book("João Pereira Castelo-Branco");
        hotel.sql()
                .sql(
                        "update rate_nights set closed = true, min_through = 3 where product_id = ?"
                                + " and night between ? and ?")
                .params(hotel.product(1), night, night.plusDays(2))
                .update();

        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                Page screen = browsing.open(width, 844, colours);
                String name = width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT);
                screen.navigate("/login");
                Browsing.picture(screen, "sign-in-" + name);
                Browsing.signIn(screen, Visitor.user("operator", hotel.hotel()));
                assertThat(screen.locator("#bookings")).containsText("João");
                Browsing.picture(screen, "hotel-" + name);
                screen.locator("#product-" + hotel.product(0) + "-" + night + " a.ours").click();
                assertThat(screen.locator("form.editor input[type=text]")).isFocused();
                Browsing.picture(screen, "change-" + name);
                assertThat((int) screen.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                screen.context().close();
            }
        }
    }

    private void signIn() {
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("operator", hotel.hotel()));
        assertThat(page).hasTitle(Pattern.compile("Casa do Mar.*"));
        assertThat(page.locator(".test")).isVisible();
    }

    private void book(String guest) {
        String[] names = guest.split(" ", 2);
        var answer =
                hotel.sandbox()
                        .post(
                                "/sandbox/hotels/" + hotel.remoteHotel() + "/bookings",
                                """
                                {"arrival":"%s","departure":"%s","card":true,
                                 "booker":{"firstName":"%s","lastName":"%s"},
                                 "rooms":[{"room":%d,"rate":%d,"adults":2,"children":0}]}
                                """
                                        .formatted(
                                                night,
                                                night.plusDays(2),
                                                names[0],
                                                names[1],
                                                hotel.remoteRoom(),
                                                hotel.remoteRate(0)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }
}
