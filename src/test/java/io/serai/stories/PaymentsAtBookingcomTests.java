package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.Story;
import io.serai.vault.CardEnds;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PaymentsAtBookingcomTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Lisbon"));
    private static Story story;
    private static ApiClient api;
    private static ApiClient operator;

    @BeforeAll
    static void open() {
        story = Story.begin(20);
        api =
                ApiClient.user(
                        story.serai(),
                        "payments-finance-" + story.hotel(),
                        "finance",
                        story.hotel());
        operator =
                ApiClient.user(
                        story.serai(),
                        "payments-operator-" + story.hotel(),
                        "operator",
                        story.hotel());
    }

    @Test
    void readsWhatBookingcomPaysOnceANotificationTellsOfIt() {
        long number = book(TODAY.plusDays(3), ", \"vcc\": true");
        long booking = taken(number);

        tell("VIRTUAL_CREDIT_CARD_UPDATE", number);

        JsonNode payment = read(booking).path("payment");
        assertThat(payment.path("payout").asText()).isEqualTo("102.00");
        assertThat(payment.path("commission").asText()).isEqualTo("18.00");
        assertThat(payment.path("payoutKind").asText()).isEqualTo("net");
        assertThat(payment.path("payoutStatus").asText()).isEqualTo("pending");
        assertThat(payment.at("/cards/0/status").asText()).isEqualTo("funded");
        assertThat(payment.at("/cards/0/balance").asText()).isEqualTo("102.00");
        assertThat(payment.at("/cards/0/lastFour").asText()).isEqualTo("4444");
        assertThat(payment.at("/cards/0/from").asText()).isEqualTo(TODAY.plusDays(3).toString());
    }

    @Test
    void chargesAVirtualCardInPartsAndGivesSomeOfItBackAndNeverMore() {
        long number = book(TODAY, ", \"vcc\": true");
        long booking = taken(number);
        api.post(path(booking, "reads"), "{}");
        read(booking);

        Reply first = move(booking, "charges", "60.00");
        done(booking, 1);
        Reply above = move(booking, "charges", "42.01");
        Reply rest = move(booking, "charges", "42.00");
        done(booking, 2);
        Reply tooMuch = move(booking, "refunds", "102.01");
        Reply back = move(booking, "refunds", "70.00");
        done(booking, 4);

        assertThat(List.of(first.status(), rest.status(), back.status())).containsOnly(202);
        assertThat(above.status()).as(above.body().toString()).isEqualTo(422);
        assertThat(above.body().path("detail").asText()).contains("at most 42.00 EUR");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(back.body().path("way").asText()).isEqualTo("gateway");
        assertThat(back.body().path("ids")).hasSize(2);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(one(booking).at("/payment/cards/0/balance").asText())
                                        .isEqualTo("70.00"));
        assertThat(one(booking).at("/charge/most").asText()).isEqualTo("70.00");
        assertThat(way(booking, "gateway").path("most").asText()).isEqualTo("32.00");
        assertThat(way(booking, "channel").path("words").asText())
                .contains("Booking.com gives no money back");
        assertThat(codes(booking)).isZero();
    }

    @Test
    void endsTheCardOfWhatIsSettledByTheHotelsRuleAndOfNothingElse() {
        story.sql()
                .sql(
                        "insert into hotel_privacy (hotel_id, cards) values (?, 'settled') on conflict (hotel_id) do update set cards = 'settled'")
                .param(story.hotel())
                .update();
        long paid = taken(book(TODAY, ", \"vcc\": true"));
        long half = taken(book(TODAY, ", \"vcc\": true"));
        long back = taken(book(TODAY, ", \"vcc\": true"));
        List<Long> all = List.of(paid, half, back);
        all.forEach(booking -> api.post(path(booking, "reads"), "{}"));
        all.forEach(this::read);
        move(paid, "charges", "102.00");
        move(half, "charges", "50.00");
        move(back, "charges", "102.00");
        all.forEach(booking -> done(booking, 1));
        move(back, "refunds", "2.00");
        done(back, 2);

        List<Long> before = endCards(all);
        story.sql()
                .sql("update reservations set arrival = arrival - 1 where id in (:all)")
                .param("all", all)
                .update();
        story.sql()
                .sql(
                        "update ota_payments set chargeable_from = chargeable_from - 1 where reservation_id in (:all)")
                .param("all", all)
                .update();
        List<Long> after = endCards(all);
        move(back, "charges", "2.00");
        done(back, 3);
        List<Long> chargedAgain = endCards(all);

        assertThat(before).containsExactlyInAnyOrderElementsOf(all);
        assertThat(after).containsExactlyInAnyOrder(half, back);
        assertThat(chargedAgain).containsExactly(half);
        assertThat(one(paid).at("/charge/card").asBoolean()).isFalse();
    }

    /** Ends what is over by the rules; which of some bookings have a card then. */
    private static List<Long> endCards(List<Long> bookings) {
        story.sql()
                .sql(
                        "update cards set created_at = created_at - interval '2 days', updated_at = updated_at - interval '2 days' where id in (select card_id from card_reservations where reservation_id in (:all))")
                .param("all", bookings)
                .update();
        story.serai().part(CardEnds.class).endCards();
        return story.sql()
                .sql(
                        "select distinct k.reservation_id from card_reservations k join cards c on c.id = k.card_id where k.reservation_id in (:all)")
                .param("all", bookings)
                .query(Long.class)
                .list();
    }

    @Test
    void chargesWhileTheChannelsAnswerOnTheSamePaymentIsKept() {
        long booking = taken(book(TODAY, ", \"vcc\": true"));
        api.post(path(booking, "reads"), "{}");
        read(booking);

        new TransactionTemplate(new JdbcTransactionManager(story.serai().database().owner()))
                .executeWithoutResult(
                        kept -> {
                            story.sql()
                                    .sql(
                                            "update ota_payments set read_at = now() where reservation_id = ?")
                                    .param(booking)
                                    .update();
                            CompletableFuture.runAsync(() -> ask(booking)).join();
                            await().atMost(Duration.ofSeconds(60)).until(() -> waits());
                            story.sql()
                                    .sql(
                                            "update card_reservations set settled_at = settled_at where reservation_id = ?")
                                    .param(booking)
                                    .update();
                        });

        done(booking, 1);
        assertThat(charged(booking)).isEqualTo(1);
    }

    private static void ask(long booking) {
        story.sql()
                .sql(
                        """
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, asked_by)
                        select hotel_id, reservation_id, 'charge', 'sandbox', 102, 'EUR', card_token, 'user:test'
                          from payment_cards where reservation_id = ?
                        """)
                .param(booking)
                .update();
    }

    /** Whether a payment is waited for. */
    private static boolean waits() {
        return story.sql()
                .sql(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%ota_payments%' and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    @Test
    void endsAChargeThatAPersonFoundAsIfTheGatewayHadAnswered() {
        long booking = taken(book(TODAY, ", \"vcc\": true"));
        api.post(path(booking, "reads"), "{}");
        String readAt = read(booking).at("/payment/readAt").asText();
        long act =
                story.sql()
                        .sql(
                                """
                                insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, asked_by, state, settled_at)
                                select hotel_id, reservation_id, 'charge', 'sandbox', 60, 'EUR', card_token, 'user:test', 'not-known', now()
                                  from payment_cards where reservation_id = ? returning id
                                """)
                        .param(booking)
                        .query(Long.class)
                        .single();

        Reply ended =
                api.post(
                        "/api/ota-payment/acts/" + act + "/end",
                        "{\"outcome\": \"done\", \"reference\": \"found-1\"}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(codes(booking)).isZero();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !one(booking).at("/payment/readAt").asText().equals(readAt));
    }

    @Test
    void chargesOnceHoweverOftenSomebodyClicks() throws Exception {
        long booking = taken(book(TODAY, ", \"card\": true"));
        Callable<Integer> click = () -> move(booking, "charges", "120.00").status();
        Callable<Integer> again =
                () ->
                        api.once(path(booking, "charges"), "same-" + booking, wish("120.00"))
                                .status();

        List<Future<Integer>> answers;
        try (var hands = new Hands()) {
            answers = hands.all(List.of(click, again, click, again, click, again));
        }
        done(booking, 1);

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(202, 409, 422);
        }
        assertThat(one(booking).at("/payment/acts")).hasSize(1);
        assertThat(charged(booking)).isEqualTo(1);
    }

    @Test
    void refusesAChargeWithoutAKeyOrBeforeItsDayOrByWhoeverKeepsNoBooks() {
        long later = taken(book(TODAY.plusDays(9), ", \"vcc\": true"));

        Reply keyless = api.post(path(later, "charges"), wish("1.00"));
        Reply notHers =
                operator.once(path(later, "charges"), UUID.randomUUID().toString(), wish("1.00"));
        Reply early = move(later, "charges", "1.00");

        assertThat(notHers.status()).isEqualTo(403);
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("detail").asText()).contains("chargeable from");
    }

    @Test
    void saysWhatIsWrongWithAGuestsCardThatBookingcomLookedAt() {
        long number = book(TODAY.plusDays(5), ", \"card\": true");
        long booking = taken(number);
        story.sql()
                .sql("update ota_payments set collected_by = 'hotel' where reservation_id = ?")
                .param(booking)
                .update();
        put(number, "{\"charged\": 0, \"cardStatus\": \"INVALID_CARD\"}");

        tell("CREDIT_CARD_STATUS_UPDATE", number);

        assertThat(read(booking).at("/payment/cardStatus").asText()).isEqualTo("INVALID_CARD");
    }

    @Test
    void listsTheVirtualCardsThatBookingcomWantsMoneyBackOnAndForgetsThemAfterwards() {
        long number = book(TODAY.plusDays(1), ", \"vcc\": true");
        long booking = taken(number);
        put(
                number,
                "{\"charged\": 10200, \"refund\": 2500, \"refundDue\": \"2030-01-31\", \"refundReason\": \"guest left early\"}");

        lists();
        JsonNode card = cards().get(0);
        put(number, "{\"charged\": 7700}");
        lists();

        assertThat(card.path("booking").asText()).isEqualTo(Long.toString(booking));
        assertThat(card.path("amount").asText()).isEqualTo("25.00");
        assertThat(card.path("due").asText()).isEqualTo("2030-01-31");
        assertThat(card.path("way").asText()).isEqualTo("terminal");
        assertThat(cards()).isEmpty();
    }

    @Test
    void comparesWhatWasExpectedWithWhatWasPaidAndSaysWhyTheyDiffer() {
        long paid = taken(book(TODAY, ", \"vcc\": true"));
        long missing = taken(book(TODAY, ", \"card\": true"));
        api.post(path(paid, "reads"), "{}");
        read(paid);
        move(paid, "charges", "102.00");
        done(paid, 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(paid).at("/payment/payoutStatus").asText().equals("paid"));

        JsonNode whole = reconciled(paid);
        JsonNode none = reconciled(missing);
        JsonNode months = api.get(reconciliation("") + "&by=month").body().path("groups");
        String table = api.text(reconciliation(".csv")).body();

        JsonNode first = api.get(reconciliation("") + "&limit=1").body();
        JsonNode second =
                api.get(reconciliation("") + "&limit=1&after=" + first.path("next").asText())
                        .body();

        assertThat(first.path("bookings")).hasSize(1);
        assertThat(second.at("/bookings/0/booking").asText())
                .isNotEqualTo(first.at("/bookings/0/booking").asText());
        assertThat(api.get(reconciliation("") + "&after=soon").status()).isEqualTo(400);
        assertThat(whole.path("expected").asText()).isEqualTo("102.00");
        assertThat(whole.path("difference").asText()).isEqualTo("0.00");
        assertThat(whole.path("cause").asText()).isEqualTo("none");
        assertThat(none.path("difference").asText()).isEqualTo("120.00");
        assertThat(none.path("cause").asText()).isEqualTo("stay-not-over");
        assertThat(months.at("/0/currency").asText()).isEqualTo("EUR");
        assertThat(months.at("/0/causes/stay-not-over").asText()).isNotEmpty();
        assertThat(table).startsWith("\"booking\",\"number\",\"channel\"");
        assertThat(table).contains("\"" + paid + "\"").contains("\"stay-not-over\"");
    }

    private JsonNode reconciled(long booking) {
        for (JsonNode each : api.get(reconciliation("")).body().path("bookings")) {
            if (each.path("booking").asText().equals(Long.toString(booking))) {
                return each;
            }
        }
        throw new AssertionError("no booking " + booking);
    }

    private static String reconciliation(String form) {
        return "/api/ota-payment/hotels/%d/reconciliation%s?from=%s&to=%s"
                .formatted(story.hotel(), form, TODAY, TODAY.plusDays(2));
    }

    private void lists() {
        Reply asked =
                operator.post(
                        "/api/connections/" + story.connection() + "/requests",
                        "{\"ask\": \"payment-cards-read\", \"with\": {}}");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        String request = asked.body().path("id").asText();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                operator.get("/api/requests/" + request)
                                                        .body()
                                                        .path("state")
                                                        .asText())
                                        .isEqualTo("done"));
    }

    private JsonNode cards() {
        return api.get("/api/ota-payment/hotels/" + story.hotel() + "/refundable-cards")
                .body()
                .path("cards");
    }

    private long book(LocalDate arrival, String more) {
        return story.sandbox()
                .post(
                        "/sandbox/hotels/" + story.remoteHotel() + "/bookings",
                        """
                        {"arrival": "%s", "departure": "%s", "force": true, "booker": {"firstName": "Ann", "lastName": "Example"},
                         "rooms": [{"room": %d, "rate": %d, "adults": 2}]%s}"""
                                .formatted(
                                        arrival,
                                        arrival.plusDays(1),
                                        story.remoteRoom(),
                                        story.remoteRate(0),
                                        more))
                .body()
                .path("id")
                .asLong();
    }

    private void put(long number, String payment) {
        story.sandbox()
                .put(
                        "/sandbox/hotels/%d/bookings/%d/payment"
                                .formatted(story.remoteHotel(), number),
                        payment);
    }

    private void tell(String kind, long number) {
        String url = story.serai().url();
        JsonNode told =
                story.sandbox()
                        .post(
                                "/sandbox/notifications",
                                """
                                {"tokenUrl": "%1$s/webhooks/bookingcom/token", "webhookUrl": "%1$s/webhooks/bookingcom", "clientId": "notifier",
                                 "clientSecret": "open sesame", "repeats": 2, "disorder": false, "token": "given",
                                 "notifications": [{"uuid": "%2$s", "type": "%3$s", "payload": {"propertyId": %4$d, "reservationId": %5$d}}]}"""
                                        .formatted(
                                                url,
                                                UUID.randomUUID(),
                                                kind,
                                                story.remoteHotel(),
                                                number))
                        .body();
        assertThat(told.findValuesAsText("status")).containsOnly("202");
    }

    private long taken(long number) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select id from reservations where hotel_id = ? and number = ?")
                                        .params(story.hotel(), Long.toString(number))
                                        .query(Long.class)
                                        .optional()
                                        .orElse(0L),
                        id -> id > 0);
    }

    private JsonNode one(long booking) {
        Reply reply = api.get(path(booking, ""));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private JsonNode read(long booking) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> one(booking), shown -> shown.path("payment").hasNonNull("readAt"));
    }

    private JsonNode way(long booking, String way) {
        for (JsonNode each : one(booking).path("refund")) {
            if (each.path("way").asText().equals(way)) {
                return each;
            }
        }
        throw new AssertionError("no way " + way);
    }

    private void done(long booking, int acts) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                one(booking)
                                                        .at("/payment/acts")
                                                        .findValuesAsText("state"))
                                        .hasSize(acts)
                                        .containsOnly("done"));
    }

    private Reply move(long booking, String what, String amount) {
        return api.once(path(booking, what), UUID.randomUUID().toString(), wish(amount));
    }

    private static String wish(String amount) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
    }

    private static String path(long booking, String what) {
        return "/api/ota-payment/bookings/" + booking + (what.isEmpty() ? "" : "/" + what);
    }

    private long charged(long booking) {
        return story.sql()
                .sql(
                        "select count(*) from sandbox.gateway_act g join payment_acts a on a.key::text = g.key where a.reservation_id = ? and g.kind = 'charge'")
                .param(booking)
                .query(Long.class)
                .single();
    }

    /** Security codes that are left of the booking's charged cards. */
    private long codes(long booking) {
        return story.sql()
                .sql(
                        "select count(*) from cards c join payment_acts a on a.card_token = c.token where a.reservation_id = ? and c.code_sealed is not null")
                .param(booking)
                .query(Long.class)
                .single();
    }

    /** Several hands at the same moment. */
    private static final class Hands implements AutoCloseable {

        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(6);

        List<Future<Integer>> all(List<Callable<Integer>> clicks) throws InterruptedException {
            return pool.invokeAll(clicks);
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
