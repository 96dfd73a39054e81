package io.serai.console.content;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.Painted;
import io.serai.testing.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who writes a hotel's content and shows its photos, in a real browser. */
class ContentPageStoryTests {

    private static Browsing browsing;
    private static Story hotel;

    private final List<String> complaints = new ArrayList<>();
    private final Page page = browsing.open(1280, 900, ColorScheme.LIGHT);
    private final String path = "/hotels/" + hotel.hotel() + "/content";

    @BeforeAll
    static void begin() {
        browsing = Browsing.begin();
        hotel = Story.begin(2);
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void tellsAChannelATextThatIsWrittenInTwoLanguages() {
        signIn(page);
        page.navigate(path + "/descriptions");
        page.getByLabel("Add a language").fill("pt");
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("[name='about.en']")
                .fill("A house by the sea, with a garden and a small pool.");
        page.locator("[name='about.pt']").fill("Uma casa junto ao mar, com jardim e piscina.");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".part .said")).containsText("Saved.");

        page.getByLabel("Send now to Booking.com").click();

        assertThat(page.locator("#held tr.accepted")).hasCount(2);
        assertThat(page.locator("#held")).containsText("About, Portuguese");
        assertThat(page.locator("#held .said")).containsText("is told what differs");
        assertThat(page.locator("[name='about.pt']"))
                .hasValue("Uma casa junto ao mar, com jardim e piscina.");
        Axe.check(page);
        Browsing.picture(page, "content-descriptions-light");
        page.navigate(path + "/rooms");
        Axe.check(page);
        Browsing.picture(page, "content-rooms-light");
        page.navigate(path + "/channels");
        assertThat(page.locator("main table.rows").first()).containsText("Descriptions");
        Axe.check(page);
        Browsing.picture(page, "content-channels-light");
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsPhotosInTheOrderThatButtonsAndDraggingGiveThem() {
        signIn(page);
        page.navigate(path + "/photos");
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload[] {
                            new FilePayload(
                                    "garden.jpg", "image/jpeg", Painted.jpeg(900, 700, 7_701)),
                            new FilePayload("sea.jpg", "image/jpeg", Painted.jpeg(900, 700, 7_702)),
                            new FilePayload("notes.jpg", "image/jpeg", new byte[] {1, 2, 3, 4})
                        });
        page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
        Locator photos = page.locator("ol.photos > li");
        assertThat(photos).hasCount(2);
        assertThat(page.locator("#uploads")).containsText("notes.jpg is not taken");
        String garden = photos.nth(0).getAttribute("data-photo");
        String sea = photos.nth(1).getAttribute("data-photo");
        photos.nth(1).getByLabel("Caption en").fill("The sea");
        photos.nth(1).getByText("Save").click();
        assertThat(photos.nth(1).locator(".said")).hasText("Saved.");

        photos.nth(0).getByLabel("Caption en").fill("Not saved yet");
        page.locator("#up-" + sea).focus();
        page.keyboard().press("Enter");

        assertThat(photos.nth(0)).hasAttribute("data-photo", sea);
        assertThat(photos.nth(0).locator(".said")).hasText("It is number 1 now.");
        assertThat(photos.nth(1).getByLabel("Caption en")).hasValue("Not saved yet");
        photos.nth(0).locator(".grip").dragTo(photos.nth(1));
        assertThat(page.locator("#photos")).containsText("The order is saved.");
        assertThat(photos.nth(0)).hasAttribute("data-photo", garden);
        page.getByText("Send photos to channels now").click();
        assertThat(page.locator("#at-" + garden + " .pill.live")).isVisible();
        Axe.check(page);
        Browsing.picture(page, "content-photos-light");

        Page phone = browsing.open(390, 844, ColorScheme.DARK);
        signIn(phone);
        phone.navigate(path + "/photos");
        assertThat(phone.locator("ol.photos > li")).hasCount(2);
        Axe.check(phone);
        Browsing.picture(phone, "content-photos-phone-dark");
        phone.navigate(path + "/property");
        Browsing.picture(phone, "content-property-phone-dark");
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private void signIn(Page at) {
        at.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(at, Visitor.user("operator", hotel.hotel()));
    }
}
