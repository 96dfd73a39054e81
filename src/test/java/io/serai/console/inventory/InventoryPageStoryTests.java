package io.serai.console.inventory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator with many rooms, in a real browser. */
class InventoryPageStoryTests {

    private static Browsing browsing;

    private final Story hotel = Story.begin(5);
    private final LocalDate night = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(3);
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
    void closesARangeAndTellsTheChannelEverythingAgain() {
        Browsing.signIn(page, Visitor.user("operator", hotel.hotel()));
        page.navigate("/hotels/" + hotel.hotel() + "/inventory");
        page.locator("#bulk [name=from]").fill(night.toString());
        page.locator("#bulk [name=to]").fill(night.plusDays(2).toString());
        page.locator("#bulk [name=closed]").selectOption("yes");
        page.locator("#bulk button.primary").click();
        assertThat(page.locator("#outcome .summary"))
                .hasText("3 nights of 1 room type: open → closed");
        page.locator("#apply").click();

        assertThat(page.locator("#room-" + hotel.roomType() + "-" + night + " .held.same"))
                .containsText("closed");
        assertThat(page.locator("#closures")).containsText("Garden Double");
        long moment = hotel.moment();
        page.locator("#states .range button").click();

        assertThat(page.locator("#said")).containsText("told everything again");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(hotel.pushesSince(moment)).isNotEmpty());
        assertThat(page.locator("#states .telling.done")).containsText("All is told");
        assertThat(page.locator("#states progress")).hasAttribute("value", "100");
        Browsing.picture(page, "inventory-1280-light");
        Axe.check(page);
        page.setViewportSize(390, 844);
        Browsing.picture(page, "inventory-390-light");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
