package io.serai.console.engineer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineerPageTests {

    private static final String FOLDER = "/engineer/folders/bookingcom";
    private static final String RESERVATIONS = "bookingcom/reservation-in.xsl";

    private final Visitor engineer = Visitor.signedIn(Visitor.user("engineer"));

    @Test
    void showsTheFilesOfAChannelAndWhatRunsFromThem() {
        String folders = engineer.get("/engineer").body();
        String folder = engineer.get("/engineer/folders/expedia").body();

        assertThat(folders)
                .contains(
                        "Expedia",
                        "in force",
                        "Why no message can be traced there",
                        "/engineer/routes");
        assertThat(folder)
                .contains("routes/expedia/ari-push.camel.yaml", "expedia-ari-push", "running");
    }

    @Test
    void showsTheFilesThatItsAddressAsksFor() {
        String found = engineer.get("/engineer/folders/expedia?q=ARI-PUSH&state=running").body();

        assertThat(found)
                .contains("routes/expedia/ari-push.camel.yaml", "value=\"ARI-PUSH\"")
                .doesNotContain("routes/expedia/products-read.camel.yaml");
        assertThat(engineer.get("/engineer/folders/expedia?state=refused").body())
                .contains("No file matches");
    }

    @Test
    void looksAtTheFoldersNow() {
        engineer.get("/engineer");

        engineer.post("/engineer/reload", Map.of());

        assertThat(engineer.get("/engineer").body()).contains("files looked at; none is refused.");
    }

    @Test
    void runsTheExamplesOfAChannel() {
        engineer.get("/engineer");

        var checked = engineer.post("/engineer/folders/bookingcom/check", Map.of());
        var compared = engineer.post("/engineer/folders/bookingcom/compare", Map.of());

        assertThat(checked.body()).containsPattern("(\\d+) of \\1 examples hold");
        assertThat(compared.body()).contains("what is on disk made all that is kept");
    }

    @Test
    void comparesATextBeforeItIsSavedWithWhatGuestsReallyBookedAndShowsNobody() throws IOException {
        String booking = booked();

        String other =
                compared(
                        RESERVATIONS,
                        edited("'given': serai:first(", "'given': concat('Mr ', ")
                                .replace(
                                        "'currency': serai:first(",
                                        "'currency': 'XTS', 'was': serai:first(")
                                .replace(
                                        "'reference': ",
                                        "'brand': serai:first($global//*:Surname), 'reference': "));
        String failing =
                compared(
                        RESERVATIONS,
                        edited(
                                "'reference': ",
                                "'tax': if ($id/@ResID_Value = '%s') then error((), 'none of ' || serai:first($global//*:Surname)) else (), 'reference': "
                                        .formatted(booking)));

        assertThat(other)
                .contains("booking " + booking, "what was made of it then")
                .contains(">currency<", ">EUR<", ">XTS<", ">booker.given<", ">brand<", "•••");
        assertThat(failing)
                .contains("booking " + booking, "it fails on 1.", "It fails: ", "none of •••");
        assertThat(other + failing).doesNotContainIgnoringCase("Cholmondeley");
        assertThat(other + failing).doesNotContainIgnoringCase("Quintilian");
    }

    @Test
    void endsATextThatEatsAllMemoryAndTriesTheNext() throws IOException {
        booked();

        String eating =
                compared(
                        RESERVATIONS,
                        edited(
                                "'reference': ",
                                "'eaten': sort(for $i in 1 to 100000000 return string-join((1 to 5000) ! string($i)))[1], 'reference': "));
        String next = compared(RESERVATIONS, edited("'reference': ", "'other': 1, 'reference': "));

        assertThat(eating).contains("Then its memory was full, on message 1.");
        assertThat(next).contains(" tried: ").doesNotContain("Then its memory");
    }

    @Test
    void saysWhyATextCouldNotRun() throws IOException {
        String refused = compared(RESERVATIONS, edited("<xsl:output", "<xsl:ouptut"));

        assertThat(refused).contains("It would be refused: line ");
        assertThat(engineer.get(FOLDER + "?mapping=bookingcom/none.xsl").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsHawtioInTheFrameToEngineersOfAllHotelsAlone() {
        String login = Visitor.user("viewer");
        RunningSerai.shared()
                .sql()
                .sql(
                        """
                        with inn as (insert into hotels (code, name, time_zone, currency) values (?, 'Inn', 'UTC', 'EUR') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select u.id, inn.id, 'engineer' from inn, users u where u.login = ?
                        """)
                .params("inn-of-" + login, login)
                .update();
        Visitor ofOne = Visitor.signedIn(login);

        var page = engineer.get("/engineer/routes");
        var hawtio = engineer.get("/actuator/hawtio/index.html");

        assertThat(page.body()).contains("<iframe", "src=\"/actuator/hawtio\"", "aria-current");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(hawtio.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'self'");
        assertThat(ofOne.get("/engineer/routes").statusCode()).isEqualTo(403);
    }

    @Test
    void isForEngineersOnly() {
        Visitor operator = Visitor.signedIn(Visitor.user("operator"));

        assertThat(operator.get("/engineer").statusCode()).isEqualTo(403);
        assertThat(operator.post("/engineer/reload", Map.of()).statusCode()).isEqualTo(403);
    }

    /** The number of a booking that a guest just made, once it was taken. */
    private static String booked() {
        Story story = Story.begin(4);
        LocalDate night = Story.month().atDay(6);
        String number =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/" + story.remoteHotel() + "/bookings",
                                """
                                {"arrival": "%s", "departure": "%s", "booker": {"firstName": "Quintilian", "lastName": "Cholmondeley"},
                                 "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Quintilian Cholmondeley"}]}"""
                                        .formatted(
                                                night,
                                                night.plusDays(1),
                                                story.remoteRoom(),
                                                story.remoteRate(0)))
                        .body()
                        .path("id")
                        .asText();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select exists (select from reservations where hotel_id = ? and number = ?)")
                                        .params(story.hotel(), number)
                                        .query(Boolean.class)
                                        .single());
        return number;
    }

    private static String edited(String from, String to) throws IOException {
        String text = Files.readString(Path.of("mappings").resolve(RESERVATIONS));
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private String compared(String mapping, String text) {
        engineer.get(FOLDER + "?mapping=" + mapping);
        return engineer.post(FOLDER + "/compare", Map.of("mapping", mapping, "text", text)).body();
    }
}
