package io.serai.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.testing.Story;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator with prices that wait, in a real browser. */
class WaitingPricesStoryTests {

    private static Browsing browsing;

    private final Story hotel = Story.begin(5);
    private final LocalDate night = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(6);
    private final Page page = browsing.open(1280, 900, ColorScheme.LIGHT);

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
    void putsOnePriceRightAndApprovesAnotherByKeyboard() {
        Browsing.signIn(page, Visitor.user("operator", hotel.hotel()));
        hotel.sql()
                .sql(
                        "update rate_nights set prices = '{120000}' where hotel_id = ? and (product_id = ? and night = ? or product_id = ? and night = ?)")
                .params(hotel.hotel(), hotel.product(0), night, hotel.product(1), night.plusDays(1))
                .update();

        Locator first = page.locator("#waiting li").first();
        assertThat(first).containsText("Garden Double · Standard");
        assertThat(first).containsText("1200.00 is more than 3 times 120.00");
        assertThat(first).containsText("Booking.com keeps 120.00 EUR");
        Browsing.picture(page, "held-1280-light");
        first.locator("input[type=text]").focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("133,50");
        page.keyboard().press("Enter");

        assertThat(page.locator("#decided")).containsText("Put right");
        assertThat(holds(0, night)).hasText("133.50Booking.com holds 133.50, as it should");
        Locator other = page.locator("#waiting li");
        assertThat(other).hasCount(1);
        assertThat(other).containsText("Half board");
        other.locator("button").first().focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#decided")).containsText("Approved");
        assertThat(page.locator("#waiting li")).hasCount(0);
        assertThat(holds(1, night.plusDays(1))).hasText("1200Booking.com holds 1200, as it should");
    }

    private Locator holds(int plan, LocalDate at) {
        return page.locator("#product-" + hotel.product(plan) + "-" + at + " .held.same");
    }
}
