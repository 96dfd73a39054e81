package io.serai.console.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator at the day, the bookings and an overbooking, in a real browser. */
class BookingsStoryTests {

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
                                 "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Ann Example"}]}\
                                """
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
                                                        "select id from ota_bookings where"
                                                                + " booking_number = ? and"
                                                                + " acknowledged_at is not null")
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
        page.navigate("/hotels/" + story.hotel() + "/today");
        page.getByLabel("Booking " + number).first().click();
        assertThat(page.locator("h1")).containsText("Booking " + number);
        assertThat(page.locator("#facts")).containsText("Ann Example");
        assertThat(page.locator("#facts")).containsText("Late & tired");
        assertThat(page.locator("#rooms tbody tr")).hasCount(2);
        assertThat(page.locator("#rooms")).containsText("EUR 120.00");
        assertThat(page.locator("#clock")).containsText("acknowledged");
        assertThat(page.locator("#action-cancel")).containsText("Extranet");
        assertThat(page.locator("#messages pre").first()).containsText("\"booker\"");
        assertThat(page.locator("#messages")).not().containsText("Ann");
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
        assertThat(page)
                .contains("Not asked for. ")
                .contains("“cheap” cannot be “New price of the whole stay”");
        assertThat(visitor.post(path() + "/actions/dance", Map.of()).statusCode()).isEqualTo(404);
        assertThat(viewer.get(path()).body()).contains("not for your role here");
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
                String on = width + "-" + colours.name().toLowerCase(Locale.ROOT);
                for (String part : List.of("today", "bookings", "bookings/new", "overbookings")) {
                    page.navigate("/hotels/" + story.hotel() + "/" + part);
                    look(page, part.replace('/', '-') + "-" + on, width);
                }
                page.navigate(path());
                page.locator("#action-stay-change summary").click();
                look(page, "booking-" + on, width);
                Axe.check(page);
                page.context().close();
            }
        }
    }

    private static void look(Page page, String name, int width) {
        Browsing.picture(page, name);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(width);
    }

    @Test
    void seesABookingArriveWithoutLosingThePlaceOnThePage() {
        Page page = signedIn("operator", 1280, ColorScheme.LIGHT);
        assertThat(page).hasURL(Pattern.compile(".*/hotels/" + story.hotel() + "/today"));
        page.locator("#all-bookings").focus();

        book(ARRIVAL.plusDays(40), 1, "Grace Hopper");

        assertThat(page.locator("#latest li").first()).containsText("Grace Hopper");
        assertThat(page.locator("#all-bookings")).isFocused();
        assertThat(page.locator("#sent li").first()).containsText("applied");
        assertThat(page.locator("#speed")).containsText("calls of the last 24 hours");
        Axe.check(page);
        Browsing.picture(page, "today-1280-light");
        assertThat(complaints).isEmpty();
    }

    @Test
    void takesABookingOfItsOwnAndChangesIt() {
        Page page = signedIn("operator", 1280, ColorScheme.LIGHT);
        page.navigate("/hotels/" + story.hotel() + "/bookings");
        page.getByText("New booking").click();
        page.getByLabel("Arrival").fill(ARRIVAL.plusDays(60).toString());
        page.getByLabel("Departure").fill(ARRIVAL.plusDays(62).toString());
        page.getByText("What is to be had?").click();
        page.getByLabel("Choose Garden Double Standard").click();
        page.getByLabel("Given name").fill("Ada");
        page.getByLabel("Surname").fill("Lovelace");
        Axe.check(page);
        page.getByLabel("Surname").press("Enter");

        assertThat(page.locator("h1")).containsText("Booking D-");
        page.locator("#direct summary").first().click();
        page.getByLabel("Departure").fill(ARRIVAL.plusDays(63).toString());
        page.getByText("See what it costs").click();
        assertThat(page.locator("#change-quote")).containsText("EUR 120.00 more than now");
        Axe.check(page);
        Browsing.picture(page, "booking-change-1280-light");
        page.getByText("Change the booking").click();
        assertThat(page.locator("#direct .said")).containsText("Changed;");
        assertThat(page.locator("#facts")).containsText("EUR 360.00");
        assertThat(page.locator(".compare .changed").first()).isVisible();
        page.getByText("Undo the change").click();

        assertThat(page.locator("#facts")).containsText("EUR 240.00");
        Axe.check(page);
        page.navigate("/hotels/" + story.hotel() + "/bookings?guest=ada+lovelace");
        assertThat(page.locator("table.rows tbody tr")).hasCount(1);
        Axe.check(page);
        assertThat(complaints).isEmpty();
    }

    @Test
    void explainsWhatAPausedChannelSoldTooMuch() {
        LocalDate night = ARRIVAL.plusDays(80);
        switched(false);
        Visitor desk = Visitor.signedIn(Visitor.user("operator", story.hotel()));
        desk.get("/hotels/" + story.hotel() + "/bookings");
        Map<String, String> all =
                Map.of(
                        "arrival", night.toString(),
                        "departure", night.plusDays(1).toString(),
                        "rooms", "4",
                        "adults", "2",
                        "children", "0",
                        "sold", "DBL~Standard",
                        "surname", "Group",
                        "key", UUID.randomUUID().toString());
        var booked = desk.post("/hotels/" + story.hotel() + "/bookings/new", all);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(302);
        long late = book(night, 1, "Late Guest");
        awaitTaken(late);
        switched(true);

        Page page = signedIn("operator", 1280, ColorScheme.LIGHT);
        page.locator("#need-overbooked").click();
        page.getByLabel("Why Garden Double on " + night).click();
        String api =
                desk.get(
                                "/api/booking-engine/hotels/%d/overbookings/%d/%s"
                                        .formatted(story.hotel(), story.roomType(), night),
                                "Authorization",
                                Visitor.basic(Visitor.user("operator", story.hotel())))
                        .body();

        assertThat(page.locator("#cause-title")).hasText("A paused channel");
        assertThat(page.locator("#cause")).containsText("went on selling what it held");
        assertThat(page.locator(".timeline .decisive")).not().hasCount(0);
        assertThat(api).contains("\"cause\":\"paused\"").contains(Long.toString(late));
        Axe.check(page);
        Browsing.picture(page, "overbooking-1280-light");
        page.getByLabel("Booking " + late).first().click();
        assertThat(page.locator("#head")).containsText("is overbooked on " + night);
        assertThat(complaints).isEmpty();
    }

    private static void switched(boolean on) {
        story.sql()
                .sql("update third_party_integrations set is_enabled = ? where id = ?")
                .params(on, story.connection())
                .update();
    }

    private static long book(LocalDate arrival, int nights, String guest) {
        String[] names = guest.split(" ", 2);
        var answer =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                """
                                {"arrival": "%s", "departure": "%s",
                                 "booker": {"firstName": "%s", "lastName": "%s"},
                                 "rooms": [{"room": %d, "rate": %d, "adults": 2}]}\
                                """
                                        .formatted(
                                                arrival,
                                                arrival.plusDays(nights),
                                                names[0],
                                                names[1],
                                                story.remoteRoom(),
                                                story.remoteRate(0)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    private static void awaitTaken(long number) {
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                story.sql()
                                        .sql("select count(*) from reservations where number = ?")
                                        .param(Long.toString(number))
                                        .query(Integer.class)
                                        .single(),
                        count -> count == 1);
    }

    private static String path() {
        return "/hotels/" + story.hotel() + "/bookings/" + id;
    }

    private Page signedIn(String role, int width, ColorScheme colours) {
        Page page = browsing.open(width, 844, colours);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")
                            && !(message.location() + message.text()).contains("/payments")) {
                        complaints.add(message.text());
                    }
                });
        Browsing.signIn(page, Visitor.user(role, story.hotel()));
        return page;
    }
}
