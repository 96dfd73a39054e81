package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports over HTTP, of bookings that came by the ways that bookings come. */
class ReportsApiTests {

    private static final LocalDate FIRST = Story.month().atDay(1);
    private static final String MONTH = "from=" + FIRST + "&to=" + FIRST.plusMonths(1).minusDays(1);

    private static Story story;
    private static ApiClient anna;

    @BeforeAll
    static void open() {
        story = Story.begin(10);
        anna = ApiClient.user(story.serai(), "reports-anna", "operator", story.hotel());
        book(0, 2);
        book(1, 4);
        String gone = book(3, 5);
        anna.post(engine() + "/bookings/" + gone + "/cancel", "{}");
    }

    @Test
    void earnsWhatTheBookingsOfAMonthCost() throws IOException {
        Reply revenue = anna.get("/api/reports/revenue?hotel=" + story.hotel() + "&" + MONTH);

        assertKeeps(revenue, 200, "Report");
        JsonNode month = revenue.body().at("/lines/0");
        assertThat(month.path("roomsSold").asInt()).isEqualTo(5);
        assertThat(month.path("roomsAvailable").asInt()).isEqualTo(10 * FIRST.lengthOfMonth());
        assertThat(month.path("roomRevenue").asText()).isEqualTo("600.00");
        assertThat(month.path("adr").asText()).isEqualTo("120.00");
        assertThat(month.path("cancellationRate").asText()).isEqualTo("33.33");
        assertThat(month.path("pickUpRooms").asInt()).isEqualTo(5);
        assertThat(revenue.body().at("/totals/0/roomRevenue").asText()).isEqualTo("600.00");
    }

    @Test
    void writesTheSameFiguresAsATableAndAsASpreadsheet() throws Exception {
        String path =
                "/api/reports/bookings?by=stay&per=hotel,channel&hotel="
                        + story.hotel()
                        + "&"
                        + MONTH;

        var csv = anna.text(path + "&format=csv");
        byte[] sheet = bytes(path + "&format=xlsx");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines())
                .startsWith(
                        "from,to,hotel,hotelName,channel,currency,bookings,kept,cancelled,noShow,rooms,guests,roomNights,value,averageValue,roomRevenue,cancelledRoomNights,cancelledRoomRevenue")
                .contains(
                        "%s,%s,%d,\"Casa do Mar\",direct,EUR,3,2,1,0,2,4,5,600.00,300.00,600.00,2,240.00"
                                .formatted(FIRST, FIRST.plusMonths(1).minusDays(1), story.hotel()));
        Map<String, String> parts = unzipped(sheet);
        assertThat(parts).containsKey("xl/workbook.xml");
        assertThat(parts.get("xl/workbook.xml"))
                .contains("name=\"bookings\"", "name=\"totals\"", "name=\"notes\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>600.00</v>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("averageValue", "Casa do Mar");
    }

    @Test
    void countsQuotesAndWhatCameOfThem() throws IOException {
        Pms pms = new Pms();
        String stay = "?arrival=" + Pms.FIRST + "&departure=" + Pms.FIRST.plusDays(1);
        Reply before = conversion(pms);
        for (int i = 0; i < 3; i++) {
            pms.api.get(pms.path("/quotes" + stay));
        }
        pms.take("C-1", "new", 1);
        pms.take("C-2", "new", 2);
        pms.take("C-2", "cancel", 0);

        Reply after = conversion(pms);

        assertKeeps(after, 200, "Report");
        assertThat(before.body().path("lines")).isEmpty();
        assertThat(after.body().path("notes").toString()).contains("Page views");
        JsonNode direct = after.body().at("/lines/0");
        assertThat(direct.path("channel").asText()).isEqualTo("direct");
        assertThat(direct.path("quotes").asInt()).isEqualTo(3);
        assertThat(direct.path("quotesBookable").asInt()).isZero();
        JsonNode channel = after.body().at("/lines/1");
        assertThat(channel.path("channel").asText()).isEqualTo("harbour.example");
        assertThat(channel.has("quotes")).isFalse();
        assertThat(channel.path("bookings").asInt()).isEqualTo(2);
        assertThat(channel.path("keptOfBookings").asText()).isEqualTo("50.00");
    }

    @Test
    void comparesWhatChannelsBringAndCost() throws IOException {
        Pms pms = new Pms();
        pms.take("P-1", "new", 2);

        Reply performance =
                pms.api.get(
                        "/api/reports/performance?by=arrival&compare=last-year&from="
                                + Pms.FIRST
                                + "&to="
                                + Pms.FIRST);

        assertKeeps(performance, 200, "Report");
        JsonNode line = performance.body().at("/lines/0");
        assertThat(line.path("roomRevenue").asText()).isEqualTo("100.00");
        assertThat(line.path("roomRevenueLastYear").asText()).isEqualTo("0.00");
        assertThat(line.has("roomRevenueChange")).isFalse();
        assertThat(line.path("shareOfBookings").asText()).isEqualTo("100.00");
        assertThat(line.path("commissionUnknown").asInt()).isEqualTo(1);
    }

    @Test
    void saysOfEachChannelWhatItHoldsAndWhereThatIsKnownFrom() throws IOException {
        Reply accepted = parity();
        lookBack();

        Reply shown = parity();

        assertKeeps(accepted, 200, "Report");
        assertThat(accepted.body().path("lines")).hasSize(3);
        JsonNode line = accepted.body().at("/lines/0");
        assertThat(line.path("price").asText()).isEqualTo("120.00");
        assertThat(line.path("priceFrom").asText()).isEqualTo("accepted");
        assertThat(line.path("availabilityFrom").asText()).isEqualTo("accepted");
        assertThat(line.path("parity").asText()).isEqualTo("only");
        assertThat(line.path("rooms").asInt()).isPositive();
        assertThat(line.hasNonNull("priceAt")).isTrue();
        assertThat(StreamSupport.stream(shown.body().path("lines").spliterator(), false))
                .allMatch(it -> it.path("availabilityFrom").asText().equals("read-back"));
    }

    @Test
    void reconcilesWhatWasExpectedWithWhatWasPaid() throws IOException {
        Pms pms = new Pms();
        pms.take("R-1", "new", 2);
        String asked =
                "/api/reports/reconciliation?from=%s&to=%s"
                        .formatted(Pms.FIRST, Pms.FIRST.plusDays(2));

        Reply months = pms.api.get(asked);
        Reply bookings = pms.api.get(asked + "&per=booking");

        assertKeeps(months, 200, "Report");
        assertThat(months.body().at("/lines/0/expected").asText()).isEqualTo("100.00");
        assertThat(months.body().at("/lines/0/paid").asText()).isEqualTo("0.00");
        assertThat(months.body().at("/lines/0/causes").asText()).isNotBlank();
        assertThat(months.body().at("/totals/0/difference").asText()).isEqualTo("100.00");
        assertKeeps(bookings, 200, "Report");
        assertThat(bookings.body().at("/lines/0/number").asText()).isEqualTo("R-1");
        assertThat(bookings.body().at("/lines/0/cause").asText()).isNotBlank();
        assertThat(bookings.body().at("/totals/0/currency").asText()).isEqualTo("EUR");
        assertThat(bookings.body().at("/totals/0/difference").asText()).isEqualTo("100.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bookings?to=2026-01-01 | from: missing (expected: a day as YYYY-MM-DD)
                    bookings?from=2026-01-02&to=2026-01-01 | to: '2026-01-01' (expected: from 2026-01-02 to 2036-01-09)
                    bookings?from=2026-01-01&to=2026-01-31&by=sun | by: 'sun' (expected: stay, booking or arrival)
                    bookings?from=2026-01-01&to=2026-01-31&format=pdf | format: 'pdf' (expected: one of [csv, json, xlsx])
                    parity?from=2026-01-01&to=2026-01-31&compare=last-year | compare: 'last-year' (expected: none: this report tells of one time alone)
                    parity?from=2026-01-01&to=2026-06-30 | to: '2026-06-30' (expected: from 2026-01-01 to 2026-04-02)
                    """)
    void saysWhatItDoesNotUnderstand(String asked, String said) throws IOException {
        Reply reply = anna.get("/api/reports/" + asked);

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText()).isEqualTo(said);
    }

    @Test
    void tellsNobodyOfHotelsThatTheyMayNotSee() {
        ApiClient stranger = ApiClient.user(story.serai(), "reports-stranger", "operator");

        Reply named = stranger.get("/api/reports/bookings?hotel=" + story.hotel() + "&" + MONTH);
        Reply all = stranger.get("/api/reports/bookings?by=stay&" + MONTH);

        assertThat(named.status()).isEqualTo(404);
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body().path("lines")).isEmpty();
    }

    private static String engine() {
        return "/api/booking-engine/hotels/" + story.hotel();
    }

    private static String book(int from, int to) {
        Reply booked =
                anna.post(
                        engine() + "/bookings",
                        """
                        {"arrival": "%s", "departure": "%s", "booker": {"given": "Ada", "surname": "Lovelace"},
                         "rooms": [{"roomType": "DBL", "ratePlan": "Standard", "adults": 2, "guest": "Ada King"}]}
                        """
                                .formatted(FIRST.plusDays(from), FIRST.plusDays(to)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked.body().path("id").asText();
    }

    private static Reply conversion(Pms pms) {
        LocalDate today = LocalDate.now(ZoneId.of("UTC"));
        return pms.api.get(
                "/api/reports/conversion?each=whole&from=%s&to=%s"
                        .formatted(today.minusDays(1), today.plusDays(1)));
    }

    private static Reply parity() {
        return anna.get(
                "/api/reports/parity?hotel=%d&from=%s&to=%s"
                        .formatted(story.hotel(), FIRST.plusDays(20), FIRST.plusDays(20)));
    }

    private static void lookBack() {
        anna.post("/api/connections/" + story.connection() + "/read-back");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select exists (select from ota_sync_logs where connection_id = ? and name = 'read-back' and outcome in ('equal', 'drift'))")
                                        .param(story.connection())
                                        .query(Boolean.class)
                                        .single());
    }

    private static byte[] bytes(String path) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(RunningSerai.shared().url() + path))
                                        .header("Authorization", anna.authorization())
                                        .build(),
                                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return answer.body();
    }

    /** By its directory, as programs read it: the library writes sizes there alone. */
    private static Map<String, String> unzipped(byte[] sheet) throws IOException {
        Path file = Files.write(Files.createTempFile("report", ".xlsx"), sheet);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }
}
