package io.serai.console.rates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.Story;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator with many prices, in a real browser. */
class RatesPageStoryTests {

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
    void changesManyNightsByKeyboardTakesThemBackAndTellsTheirStory() {
        open();
        cell(0, 0).focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator("#chosen")).containsText("2 × 3 nights");
        page.keyboard().press("Enter");
        page.locator("#bulk [name=move]").selectOption("percent");
        page.locator("#bulk [name=by]").fill("10");
        page.keyboard().press("Enter");

        assertThat(page.locator("#outcome .summary"))
                .hasText("6 nights of 2 plans: EUR 120.00 → EUR 132.00");
        Browsing.picture(page, "rates-preview-1280-light");
        Axe.check(page);
        assertThat(page.locator("#apply")).isFocused();
        page.keyboard().press("Enter");

        assertThat(held(0, 1)).hasText("132Booking.com holds 132, as it should");
        assertThat(page.locator("#outcome .done")).containsText("the channels are told");
        cell(0, 1).focus();
        page.keyboard().press("i");
        assertThat(page.locator("#story")).containsText("132.00");
        assertThat(page.locator("#story")).containsText("accepted");
        assertThat(page.locator("#story")).containsText("attempt-");
        Browsing.picture(page, "story-1280-light");
        Axe.check(page);
        page.keyboard().press("Escape");
        page.locator("#undo").click();

        assertThat(page.locator("#outcome .done")).containsText("6 nights are as before");
        assertThat(held(0, 1)).hasText("120Booking.com holds 120, as it should");
        assertThat(complaints).isEmpty();
    }

    @Test
    void changesOneNightInPlaceSelectsByMouseAndPutsAHeldPriceRight() {
        open();
        cell(0, 0).focus();
        page.keyboard().press("Enter");
        assertThat(cell(0, 0).locator("input[type=text]")).isFocused();
        page.keyboard().type("133,50");
        page.keyboard().press("Enter");
        assertThat(held(0, 0)).hasText("133.50Booking.com holds 133.50, as it should");

        cell(1, 1).hover();
        page.mouse().down();
        cell(2, 3).hover();
        page.mouse().up();
        assertThat(page.locator("#chosen")).containsText("2 × 3 nights");
        assertThat(page.locator("#nights form")).hasCount(0);
        hotel.sql()
                .sql(
                        "update rate_nights set prices = '{120000}' where product_id = ? and night"
                                + " = ?")
                .params(hotel.product(1), night.plusDays(5))
                .update();
        Locator waiting = page.locator("#waiting li");
        assertThat(waiting).containsText("1200.00 is more than 3 times 120.00");
        waiting.locator("input[type=text]").fill("125");
        page.keyboard().press("Enter");

        assertThat(page.locator("#decided")).containsText("Put right");
        assertThat(waiting).hasCount(0);
        assertThat(held(1, 5)).hasText("125Booking.com holds 125, as it should");
        assertThat(complaints).isEmpty();
    }

    @Test
    void canBeLookedAtOnAPhoneByNight() {
        Page phone = browsing.open(390, 844, ColorScheme.DARK);
        Browsing.signIn(phone, Visitor.user("operator", hotel.hotel()));
        phone.navigate(path() + "?nights=31&at=" + hotel.connection());

        assertThat(phone.locator("#nights .held.same").first()).isVisible();
        Browsing.picture(phone, "rates-390-dark");
        Axe.check(phone);
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        phone.context().close();
    }

    private void open() {
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("operator", hotel.hotel()));
        page.navigate(path());
        assertThat(held(0, 0)).hasText("120Booking.com holds 120, as it should");
    }

    private String path() {
        return "/hotels/" + hotel.hotel() + "/rates";
    }

    private Locator cell(int plan, int days) {
        return page.locator("#product-" + hotel.product(plan) + "-" + night.plusDays(days));
    }

    private Locator held(int plan, int days) {
        return cell(plan, days).locator(".held.same");
    }
}
