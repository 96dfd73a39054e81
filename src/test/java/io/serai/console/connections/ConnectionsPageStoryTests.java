package io.serai.console.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import io.serai.testing.UnconnectedHotel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hotel that joins a channel in a browser, from nothing to rooms that are sold there. */
class ConnectionsPageStoryTests {

    private static final LocalDate NIGHT = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    private static Browsing browsing;
    private static UnconnectedHotel hotel;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void begin() {
        browsing = Browsing.begin();
        hotel = UnconnectedHotel.begin();
    }

    @AfterAll
    static void end() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @Test
    void joinsAChannelStepByStepAndCountsABookingOfARoomThatIsMappedLater() {
        Page page = signedIn();
        page.navigate("/hotels/" + hotel.id() + "/connections");
        Axe.check(page);
        Browsing.picture(page, "connections-none-1280");

        String path = add(page);
        map(page);
        open(page, path);
        mapWhatWasBooked(page);
        look(page, path);
        goLive(page, path);

        assertThat(complaints).isEmpty();
    }

    /** Chooses the channel, mistypes the credentials, and enters them again. */
    private String add(Page page) {
        page.locator("main").getByText("Add a channel").first().click();
        page.getByText("Booking.com").first().click();
        Axe.check(page);
        page.getByLabel("The hotel's number at the channel").fill("99" + hotel.remote());
        page.getByLabel("api key").fill(hotel.key());
        page.getByLabel("api secret").fill("mistyped");
        Browsing.picture(page, "connections-credentials-1280");
        page.getByText("Keep, and go on to the test").click();

        page.getByText("Test the connection").click();
        assertThat(page.locator("[role=alert]"))
                .containsText("did not let hotel 99" + hotel.remote());
        Browsing.picture(page, "connections-test-refused-1280");
        Axe.check(page);
        Locator number = page.getByLabel("The hotel's right number at the channel");
        String taken = taken();
        number.fill(taken);
        page.getByText("Use this number").click();
        assertThat(page.locator("[role=alert]"))
                .hasText(
                        taken
                                + " is connected already. Disconnect that connection first, or check the number.");
        assertThat(number).hasValue(taken);
        number.fill(hotel.remote());
        page.getByText("Use this number").click();
        page.getByText("Enter the credentials again").click();
        assertThat(page.content()).doesNotContain("mistyped");
        page.getByLabel("api key").fill(hotel.key());
        page.getByLabel("api secret").fill(hotel.secret());
        page.getByText("Use these credentials").click();
        page.getByText("Test the connection").click();
        assertThat(page.locator("h2")).containsText("What does the channel sell");
        complaints.removeIf(words -> words.contains("422"));
        return page.url().replaceAll(".*(/hotels/.*)/set-up.*", "$1");
    }

    /** The number of another hotel there, which has a connection. */
    private static String taken() {
        return RunningSerai.shared()
                .sql()
                .sql("select configuration->>'hotel_id' from third_party_integrations where id = ?")
                .param(SampleHotel.another(RunningSerai.shared().database()).connection())
                .query(String.class)
                .single();
    }

    /** Leaves, takes it up again, and maps by a tick, a choice and a drag. */
    private void map(Page page) {
        page.navigate("/hotels/" + hotel.id() + "/connections");
        assertThat(page.locator("table .pill").first()).hasText("being added");
        page.getByLabel("Go on adding Booking.com").click();
        page.getByText("Read rooms and rates").last().click();
        assertThat(page.locator(".remotes > li")).hasCount(5);
        assertThat(
                        page.locator(
                                ".remotes .pill",
                                new Page.LocatorOptions().setHasText("not mapped")))
                .hasCount(5);
        Axe.check(page);
        Browsing.picture(page, "connections-mapping-1280");

        remote(page, "Double, Garden")
                .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
                .check();
        page.getByText("Map the ticked suggestions").click();
        assertThat(remote(page, "Double, Garden").locator(".pill")).hasText("mapped");
        remote(page, "Standard rate").locator("select").selectOption(hotel.product("Standard"));
        remote(page, "Standard rate").locator("button").click();
        assertThat(remote(page, "Standard rate").locator(".pill")).hasText("mapped");
        page.locator(".draggable.plan", new Page.LocatorOptions().setHasText("Half board"))
                .first()
                .dragTo(remote(page, "HB"));
        assertThat(remote(page, "HB").locator(".pill")).hasText("mapped");
        assertThat(remote(page, "Ocean").locator(".pill").first()).hasText("not mapped");
    }

    /** Checks, tells everything closed, and opens. */
    private void open(Page page, String path) {
        page.getByText("Go on to the check").click();
        assertThat(page.locator(".findings")).containsText("Rooms that mean nothing here: Ocean");
        Axe.check(page);
        Browsing.picture(page, "connections-check-1280");
        page.getByText("Begin the first sync").click();
        assertThat(page.locator("#progress")).containsText("All is told");
        assertThat(hotel.sells(NIGHT)).isFalse();
        Axe.check(page);
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Open").setExact(true))
                .click();

        assertThat(page.locator("h1 .pill")).hasText("open");
        await().atMost(Duration.ofSeconds(60)).until(() -> hotel.sells(NIGHT));
        page.navigate(path);
        assertThat(page.locator("section[aria-labelledby=limits-title] tbody tr").first())
                .isVisible();
        Axe.check(page);
        Browsing.picture(page, "connection-1280");
    }

    /** A guest books the room that means nothing; the inbox says so, and it is mapped there. */
    private void mapWhatWasBooked(Page page) {
        String number = hotel.bookTheOtherRoom(NIGHT);
        hotel.awaitUnmapped(number);
        page.navigate("/inbox");
        Axe.check(page);
        page.getByText("Unmapped bookings (").click();
        Axe.check(page);
        Browsing.picture(page, "inbox-unmapped-1280");

        Locator booking =
                page.getByLabel("Booking " + number, new Page.GetByLabelOptions().setExact(true));
        booking.getByText("Room Ocean")
                .locator("xpath=ancestor::li")
                .locator("select")
                .selectOption("Sea Suite");
        booking.getByText("Room Ocean").locator("xpath=ancestor::li").locator("button").click();
        assertThat(page.locator(".said[role=status]")).containsText("still lack a room or rate");
        booking.getByText("Rate Flexible")
                .locator("xpath=ancestor::li")
                .locator("select")
                .selectOption(hotel.product("Standard of Sea Suite"));
        booking.getByText("Rate Flexible").locator("xpath=ancestor::li").locator("button").click();

        assertThat(page.locator(".said[role=status]"))
                .containsText("1 booking is counted where they belong");
        assertThat(hotel.soldOf("Sea Suite", NIGHT)).isEqualTo(1);
    }

    /** The same pages on a phone and at night. */
    private void look(Page page, String path) {
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String each : List.of("", "/mapping", "/credentials")) {
            page.navigate(path + each);
            Axe.check(page);
            Browsing.picture(page, "connection" + each.replace('/', '-') + "-390-dark");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
        page.navigate("/hotels/" + hotel.id() + "/connections");
        Browsing.picture(page, "connections-390-dark");
        page.navigate("/inbox");
        Browsing.picture(page, "inbox-390-dark");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    /** Looks at the hotel that guests book, pauses, and turns to it. */
    private void goLive(Page page, String path) {
        String live = hotel.elsewhere();
        page.setViewportSize(1280, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(path);
        page.getByText("Go live, or another hotel there").click();
        page.getByLabel("The hotel's number at the channel").fill(live);
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".remotes > li")).hasCount(4);
        assertThat(page.getByText("Go live with hotel " + live)).isDisabled();
        Axe.check(page);
        Browsing.picture(page, "connection-turn-1280");

        page.getByText("Pause it first").click();
        page.getByText("Pause…").click();
        page.getByText("Pause now: it goes on selling what it holds").click();
        page.navigate(path + "/turn?live=true&number=" + live);
        page.getByText("Go live with hotel " + live).click();

        assertThat(page.locator("main")).containsText("It is hotel " + live + " there now, live");
        assertThat(page.locator("h1 .badge")).hasCount(0);
    }

    private static Locator remote(Page page, String name) {
        return page.locator(
                ".remotes > li",
                new Page.LocatorOptions()
                        .setHas(
                                page.locator(
                                        "p.line > b", new Page.LocatorOptions().setHasText(name))));
    }

    private Page signedIn() {
        Page page = browsing.open(1280, 844, ColorScheme.LIGHT);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user("admin", hotel.id()));
        return page;
    }
}
