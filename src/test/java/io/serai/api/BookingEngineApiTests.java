package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.ApiClient.Reply;
import io.serai.reservation.direct.DirectSettings;
import io.serai.reservation.direct.DirectTurns;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookings of the hotel's own over HTTP; each test on nights of its own. */
class BookingEngineApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST = Story.month().atDay(1);

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        story = Story.begin(3);
        anna = ApiClient.user(story.serai(), "bookings-anna", "operator", story.hotel());
        stranger = ApiClient.user(story.serai(), "bookings-stranger", "operator");
    }

    @Test
    void booksShowsChangesConfirmsAndCancels() throws IOException {
        Reply booked = anna.post(bookings(), booking(0, 2, 1));
        String path = bookings() + "/" + booked.body().path("id").asText();
        Reply shown = anna.get(path);
        Reply longer =
                anna.patch(path, "{\"departure\": \"" + night(3) + "\"}", "If-Match", "\"1\"");
        Reply stale = anna.patch(path, "{\"remarks\": [\"late\"]}", "If-Match", "\"1\"");
        Reply confirmed = anna.post(path + "/confirm", "{\"hotelNumber\": \"PMS-1\"}");
        Reply foreign =
                anna.post(path + "/cancel", "{\"penalty\": \"50.00\", \"currency\": \"USD\"}");
        Reply cancelled =
                anna.post(path + "/cancel", "{\"penalty\": \"50.00\", \"currency\": \"EUR\"}");
        Reply again = anna.post(path + "/cancel", "{}");

        assertKeeps(booked, 201, "BookingTaken");
        assertThat(booked.body().path("total").asText()).isEqualTo("240.00");
        assertKeeps(shown, 200, "Booking");
        assertThat(shown.etag()).isEqualTo("\"1\"");
        assertThat(shown.body().at("/booker/surname").asText()).isEqualTo("Lovelace");
        assertThat(shown.body().at("/rooms/0/guest").asText()).isEqualTo("Ada King");
        assertKeeps(longer, 200, "BookingTaken");
        assertThat(longer.body().path("total").asText()).isEqualTo("360.00");
        assertKeeps(stale, 409, "BookingProblem");
        assertThat(stale.body().at("/newer/version").asInt()).isEqualTo(2);
        assertKeeps(confirmed, 200, "BookingTaken");
        assertKeeps(foreign, 422, "Problem");
        assertThat(foreign.body().path("detail").asText())
                .isEqualTo("currency: 'USD' (expected: EUR, as booked)");
        assertKeeps(cancelled, 200, "BookingTaken");
        assertThat(cancelled.body().path("total").asText()).isEqualTo("50.00");
        assertKeeps(again, 409, "BookingProblem");
        assertThat(again.body().path("detail").asText())
                .isEqualTo("status: 'cancelled' (expected: booked or modified)");
        assertThat(sold(0)).isZero();
        assertThat(
                        story.sql()
                                .sql(
                                        """
                                        select string_agg(act, ' ' order by id) from audit
                                         where subject = 'reservation' and subject_id = ? and actor = 'user:bookings-anna'
                                        """)
                                .param(booked.body().path("id").asLong())
                                .query(String.class)
                                .single())
                .isEqualTo("new modify confirm cancel");
        assertThat(
                        story.sql()
                                .sql(
                                        "select distinct actor from night_changes where room_type_id = ? and nights @> ? and act = 'update'")
                                .params(story.roomType(), night(0))
                                .query(String.class)
                                .list())
                .containsExactly("reservation:" + booked.body().path("number").asText());
    }

    @Test
    void sellsTheLastRoomToOneOfAHundred() throws Exception {
        anna.post(bookings(), booking(5, 6, 2));
        CyclicBarrier together = new CyclicBarrier(100);
        ExecutorService clients = Executors.newFixedThreadPool(100);

        List<Reply> replies =
                IntStream.range(0, 100)
                        .mapToObj(
                                client ->
                                        CompletableFuture.supplyAsync(
                                                () -> {
                                                    meet(together);
                                                    return anna.post(bookings(), booking(5, 6, 1));
                                                },
                                                clients))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        clients.shutdown();

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(99);
        assertThat(sold(5)).isEqualTo(3);
        assertThat(differences()).isZero();
        assertKeeps(
                replies.stream().filter(reply -> reply.status() == 409).findFirst().orElseThrow(),
                409,
                "BookingProblem");
    }

    @Test
    void turnsAwayWhoHasWaitedTooLongForATurn() throws Exception {
        DirectTurns turns = RunningSerai.shared().part(DirectTurns.class);
        int atOnce = RunningSerai.shared().part(DirectSettings.class).atOnce();
        CountDownLatch begun = new CountDownLatch(atOnce);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        IntStream.range(0, atOnce)
                .forEach(worker -> workers.execute(() -> turns.take(() -> work(begun, over))));
        begun.await();

        Reply busy = anna.post(bookings(), booking(9, 10, 1));
        over.countDown();
        workers.shutdown();
        Reply served = anna.post(bookings(), booking(9, 10, 1));

        assertKeeps(busy, 503, "Problem");
        assertThat(busy.whole().headers().firstValue("Retry-After")).hasValue("2");
        assertThat(served.status()).isEqualTo(201);
        assertThat(sold(9)).isEqualTo(1);
    }

    private static boolean work(CountDownLatch begun, CountDownLatch over) {
        begun.countDown();
        try {
            return over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void booksOnceHoweverOftenItIsAskedUnderOneKey() {
        Reply first = keyed("once-1", booking(7, 8, 1));
        Reply again = keyed("once-1", booking(7, 8, 1));
        Reply other = keyed("once-1", booking(7, 9, 1));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(sold(7)).isEqualTo(1);
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) from idempotency_keys where answer::text like '%Lovelace%'")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void showsWhatThereIsAndQuotesWhatAStayCostsAndWhyItIsNotSold() throws IOException {
        anna.post(bookings(), booking(10, 11, 3));
        story.sql()
                .sql("update rate_nights set min_arrival = 3 where product_id = ? and night = ?")
                .params(story.product(1), night(11))
                .update();

        Reply nights = anna.get(engine() + "/availability?from=" + night(10) + "&to=" + night(11));
        Reply quotes =
                anna.get(engine() + "/quotes?arrival=" + night(11) + "&departure=" + night(13));
        Reply full =
                anna.get(
                        engine()
                                + "/quotes?ratePlan=Saver&arrival="
                                + night(10)
                                + "&departure="
                                + night(12));

        assertKeeps(nights, 200, "Availability");
        assertThat(nights.body().at("/roomTypes/0/nights/0/left").asInt()).isZero();
        assertThat(nights.body().at("/roomTypes/0/nights/1/left").asInt()).isEqualTo(3);
        assertThat(nights.body().at("/roomTypes/0/ratePlans/0/nights/0/why").asText())
                .isEqualTo("no room is left");
        assertThat(nights.body().at("/roomTypes/0/ratePlans/0/nights/1/price").asText())
                .isEqualTo("120.00");
        assertKeeps(quotes, 200, "Quotes");
        assertThat(quotes.body().path("quotes"))
                .extracting(
                        quote ->
                                quote.path("ratePlan").asText()
                                        + " "
                                        + quote.path("total").asText()
                                        + " "
                                        + quote.at("/reasons/0/reason").asText("-"))
                .containsExactly(
                        "Half board 240.00 min-stay", "Saver 240.00 -", "Standard 240.00 -");
        assertThat(full.body().at("/quotes/0/bookable").asBoolean()).isFalse();
        assertThat(full.body().at("/quotes/0/reasons/0/reason").asText()).isEqualTo("no-room");
    }

    @Test
    void findsABookingByPersonNumberAndDatesPageByPage() throws IOException {
        JsonNode one = anna.post(bookings(), booking(14, 15, 1)).body();
        JsonNode two = anna.post(bookings(), booking(14, 16, 1)).body();

        Reply page = anna.get(bookings() + "?limit=1&stay=" + night(14));
        Reply next =
                anna.get(
                        bookings()
                                + "?limit=1&stay="
                                + night(14)
                                + "&after="
                                + page.body().path("next").asText());

        assertKeeps(page, 200, "Bookings");
        assertThat(ids(page)).containsExactly(two.path("id").asText());
        assertThat(ids(next)).containsExactly(one.path("id").asText());
        assertThat(next.body().path("next").isNull()).isTrue();
        String arrived = "&arrivalFrom=" + night(14) + "&arrivalTo=" + night(14);
        for (String found :
                List.of(
                        "?guest=ada%20%20KING" + arrived,
                        "?guest=Ada%20Lovelace" + arrived,
                        "?email=Ada@Example.org" + arrived,
                        "?channel=direct&status=booked" + arrived,
                        "?departureFrom=" + night(15) + "&departureTo=" + night(16) + arrived,
                        "?createdFrom=2020-01-01&createdTo=2100-01-01" + arrived)) {
            assertThat(ids(anna.get(bookings() + found))).as(found).hasSize(2);
        }
        assertThat(ids(anna.get(bookings() + "?number=" + one.path("number").asText())))
                .containsExactly(one.path("id").asText());
        assertThat(ids(anna.get(bookings() + "?guest=Ada" + arrived))).isEmpty();
        assertThat(ids(anna.get(bookings() + "?createdTo=2020-01-01"))).isEmpty();
    }

    @Test
    void tellsTheChannelWhatIsLeftAfterABooking() {
        await().atMost(Duration.ofSeconds(60)).until(() -> told(18) == 3);

        Reply booked = anna.post(bookings(), booking(18, 19, 2));

        await().atMost(Duration.ofSeconds(60)).until(() -> told(18) == 1);
        anna.post(bookings() + "/" + booked.body().path("id").asText() + "/cancel", "{}");
        await().atMost(Duration.ofSeconds(60)).until(() -> told(18) == 3);
    }

    @Test
    void refusesWhatTheChannelOfABookingDoesNotOfferAndSaysWhereToDoIt() throws IOException {
        String path =
                bookings()
                        + "/"
                        + story.sql()
                                .sql(
                                        """
                                        insert into reservations (hotel_id, account_id, connection_id, provider, number, status, revision)
                                        select hotel_id, account_id, id, provider, 'channel-1', 'booked', 1
                                          from third_party_integrations where id = ? returning id
                                        """)
                                .param(story.connection())
                                .query(String.class)
                                .single();

        Reply cancelled = anna.post(path + "/cancel", "{\"reason\": \"guest\"}");
        Reply changed = anna.patch(path, "{\"arrival\": \"" + night(0) + "\"}");
        Reply confirmed = anna.post(path + "/confirm", "{}");
        Reply stale =
                anna.post(
                        path + "/cancel",
                        BodyPublishers.ofString("{}"),
                        "application/json",
                        "If-Match",
                        "\"7\"");

        assertKeeps(cancelled, 409, "BookingProblem");
        assertThat(cancelled.body().path("detail").asText()).contains("Extranet");
        assertKeeps(changed, 422, "Problem");
        assertThat(changed.body().path("detail").asText())
                .startsWith("arrival: only the guest changes it, at booking.com");
        assertKeeps(confirmed, 409, "BookingProblem");
        assertThat(confirmed.body().path("detail").asText()).contains("by itself");
        assertKeeps(stale, 409, "BookingProblem");
        assertThat(stale.body().at("/newer/version").asInt()).isEqualTo(1);
        assertThat(ids(anna.get(bookings() + "?channel=booking.com&number=channel-1"))).hasSize(1);
    }

    @Test
    void hidesTheBookingsOfOtherHotels() throws IOException {
        String id = anna.post(bookings(), booking(20, 21, 1)).body().path("id").asText();

        assertKeeps(stranger.get(bookings()), 404, "Problem");
        assertKeeps(stranger.get(bookings() + "/" + id), 404, "Problem");
        assertKeeps(stranger.post(bookings(), booking(20, 21, 1)), 404, "Problem");
        assertKeeps(stranger.post(bookings() + "/" + id + "/cancel", "{}"), 404, "Problem");
        assertKeeps(anna.get(bookings() + "/999999999"), 404, "Problem");
        assertKeeps(
                stranger.get(engine() + "/availability?from=" + FIRST + "&to=" + FIRST),
                404,
                "Problem");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arrival | \"soon\" | arrival: 'soon' (expected: a night as YYYY-MM-DD)",
                "departure | \"9999-12-31\" | departure: '9999-12-31' (expected:",
                "rooms | null | rooms: missing (expected: at least one)",
                "booker | {\"given\": \"Ada\"} | booker.surname: missing (expected: a text)",
                "remarks | [\"card 4111 1111 1111 1111\"] | remarks: a card number (expected: a text without one)",
                "taxes | \"-1\" | taxes: '-1' (expected: an amount of 0 or more)",
                "taxes | \"1e2147483647\" | taxes: \"1e2147483647\" (expected: an amount of 0 or more, as",
                "rooms | [{\"roomType\": \"DBL\", \"ratePlan\": \"BAR\", \"prices\": [\"1e99\"]}] | rooms.prices: \"1e99\" (expected: an amount",
                "rooms | [{\"roomType\": \"DBL\", \"ratePlan\": \"BAR\", \"prices\": [\"1e12\"]}] | rooms.prices: '1000000000000' (expected: an amount",
                "colour | 1 | colour: unknown (expected: one of",
                "rooms | [{\"roomType\": \"DBL\", \"ratePlan\": \"None\"}] | rooms: 'DBL' as 'None' (expected: a rate plan",
            })
    void namesWhatABookingCannotBe(String field, String value, String said) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(booking(22, 23, 1));
        body.set(field, JSON.readTree(value));

        Reply reply = anna.post(bookings(), body.toString());

        assertKeeps(reply, 422, "Problem");
        assertThat(reply.body().path("detail").asText()).startsWith(said.strip());
    }

    @Test
    void takesNoTextThatNobodyWouldRead() throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(booking(22, 23, 1));
        body.putArray("remarks").add("x".repeat(200_000));
        Reply remark = anna.post(bookings(), body.toString());
        body.putArray("remarks");
        for (int i = 0; i < 51; i++) {
            body.withArray("remarks").add("late");
        }
        Reply remarks = anna.post(bookings(), body.toString());
        body.remove("remarks");
        body.putObject("booker").put("surname", "x".repeat(201));
        Reply surname = anna.post(bookings(), body.toString());

        assertKeeps(remark, 422, "Problem");
        assertThat(remark.body().path("detail").asText())
                .isEqualTo("remarks: 200000 characters (expected: at most 2000 characters)");
        assertThat(remarks.body().path("detail").asText())
                .isEqualTo("remarks: 51 texts (expected: at most 50)");
        assertThat(surname.body().path("detail").asText())
                .isEqualTo("booker.surname: 201 characters (expected: at most 200 characters)");
    }

    private static Reply keyed(String key, String body) {
        return anna.post(
                bookings(),
                BodyPublishers.ofString(body),
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String engine() {
        return "/api/booking-engine/hotels/" + story.hotel();
    }

    private static String bookings() {
        return engine() + "/bookings";
    }

    private static LocalDate night(int number) {
        return FIRST.plusDays(number);
    }

    private static String booking(int from, int to, int rooms) {
        ObjectNode body = JSON.createObjectNode();
        body.put("arrival", night(from).toString()).put("departure", night(to).toString());
        for (int room = 0; room < rooms; room++) {
            body.withArray("rooms")
                    .addObject()
                    .put("roomType", "DBL")
                    .put("ratePlan", "Standard")
                    .put("adults", 2)
                    .put("guest", "Ada King");
        }
        body.putObject("booker")
                .put("given", "Ada")
                .put("surname", "Lovelace")
                .put("email", "ada@example.org");
        return body.toString();
    }

    private static int sold(int night) {
        return story.sql()
                .sql("select sold from room_nights where room_type_id = ? and night = ?")
                .params(story.roomType(), night(night))
                .query(Integer.class)
                .single();
    }

    private static int differences() {
        return story.sql()
                .sql("select count(*) from stock_differences where hotel_id = ?")
                .param(story.hotel())
                .query(Integer.class)
                .single();
    }

    private static int told(int night) {
        return story.sql()
                .sql(
                        """
                        select coalesce(max(h.rooms), -1) from held_nights h join ota_rate_plans p on p.id = h.remote_id
                         where p.connection_id = ? and p.remote_rate is null and h.night = ? and h.unknown & 1 = 0
                        """)
                .params(story.connection(), night(night))
                .query(Integer.class)
                .single();
    }

    private static List<String> ids(Reply page) {
        assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
        return page.body().path("bookings").findValuesAsText("number").stream()
                .map(BookingEngineApiTests::id)
                .toList();
    }

    private static String id(String number) {
        return story.sql()
                .sql("select id::text from reservations where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
