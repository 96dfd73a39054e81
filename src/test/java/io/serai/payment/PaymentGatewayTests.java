package io.serai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.database.EngineSession;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.Replays;
import io.serai.payment.gateway.Gateway;
import io.serai.payment.gateway.GatewayAmount;
import io.serai.payment.gateway.GatewayCharge;
import io.serai.payment.gateway.GatewayRefund;
import io.serai.payment.gateway.Gateways;
import io.serai.testing.PaidBooking;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import io.serai.vault.CardToken;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentGatewayTests {

    private static final String GOOD = "4111111111111111";

    private final RunningSerai serai = RunningSerai.shared();
    private final SandboxClient sandbox = new SandboxClient(serai.sandboxUrl());
    private final PaymentActs acts = serai.part(PaymentActs.class);

    @AfterEach
    void noFault() {
        sandbox.delete("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "stripe"})
    void chargesAndGivesBackThroughTheGatewayThatAHotelNames(String gateway) {
        long booking = booking(gateway, GOOD, "100.00");

        long charge = charge(booking, "99.50");
        String charged = settled(charge);
        long refund = refund(booking, "20.00").get(0);

        assertThat(charged).isEqualTo("done");
        assertThat(settled(refund)).isEqualTo("done");
        assertThat(gatewaySays(booking, "charge")).containsExactly(9950L);
        assertThat(gatewaySays(booking, "refund")).containsExactly(2000L);
    }

    @Test
    void neitherOwesNorGivesBackInOneCurrencyWhatWasChargedInAnother() {
        long booking = booking("sandbox", GOOD, "100.00");
        assertThat(settled(charge(booking, "40.00"))).isEqualTo("done");

        serai.sql()
                .sql("update payment_acts set currency = 'USD' where reservation_id = ?")
                .param(booking)
                .update();

        assertThatThrownBy(() -> refund(booking, "1.00"))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("EUR");
        assertThat(MoneyRows.dues(serai.sql(), booking).orElseThrow().left())
                .isEqualByComparingTo("100");
    }

    @Test
    void owesNothingOfACancelledBookingWhoseChannelSaidNothing() {
        long booking = booking("sandbox", GOOD, "100.00");

        serai.sql()
                .sql("update ota_payments set status = 'cancelled' where reservation_id = ?")
                .param(booking)
                .update();

        assertThatThrownBy(() -> charge(booking, "1.00")).isInstanceOf(PaymentRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "stripe"})
    void keepsTheBanksReasonAndMovesNothingWhenItDeclines(String gateway) {
        long booking = booking(gateway, "4000000000009995", "100.00");

        long charge = charge(booking, "10.00");

        assertThat(settled(charge)).isEqualTo("refused");
        assertThat(word(charge, "code")).contains("insufficient_funds");
        assertThatThrownBy(() -> refund(booking, "1.00")).isInstanceOf(PaymentRefused.class);
        assertThat(settled(charge(booking, "100.00"))).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gateway/charges sandbox",
                "/stripe/v1/payment_intents stripe",
                "/stripe/v1/payment_methods stripe"
            })
    void chargesOnceWhenTheAnswerIsLost(String where) {
        String[] what = where.split(" ");
        sandbox.put(
                "/sandbox/faults",
                "[{\"path\": \"%s\", \"kind\": \"lost-answer\", \"times\": 2}]".formatted(what[0]));
        long booking = booking(what[1], GOOD, "80.00");

        long charge = charge(booking, "80.00");

        assertThat(settled(charge)).isEqualTo("done");
        assertThat(gatewaySays(booking, "charge")).containsExactly(8000L);
    }

    @Test
    void chargesOnceWhenItIsKilledBetweenTheCallAndItsNote() throws Exception {
        long booking = booking("sandbox", GOOD, "80.00");
        UUID key = UUID.randomUUID();
        long charge = begun(booking, key);
        serai.part(Gateways.class)
                .find("sandbox")
                .orElseThrow()
                .charge(
                        new GatewayCharge(
                                key,
                                new GatewayAmount(
                                        new BigDecimal("80.00"), Currency.getInstance("EUR")),
                                new CardToken(card(booking)),
                                number(booking)));

        serai.sql()
                .sql("update payment_acts set until = '-infinity' where id = ?")
                .param(charge)
                .update();

        assertThat(settled(charge)).isEqualTo("done");
        assertThat(gatewaySays(booking, "charge")).containsExactly(8000L);
    }

    @Test
    void doesNotSendAgainWhatItsGatewayMayHaveForgottenAndShowsItInTheInbox() {
        long booking = booking("sandbox", GOOD, "80.00");
        long charge = begun(booking, UUID.randomUUID());

        forget(charge);

        assertThat(settled(charge)).isEqualTo("not-known");
        assertThat(gatewaySays(booking, "charge")).isEmpty();
        assertThat(parked(charge, "reason"))
                .contains("charge through sandbox: its end is not known")
                .doesNotContain("80", "EUR")
                .contains("settle it at the booking");
        assertThatThrownBy(() -> charge(booking, "0.01"))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("at most 0.00");
        SettledActs settle = serai.part(SettledActs.class);
        List<Long> hotels = List.of((long) hotel(booking));
        assertThat(settle.settle(hotels, "user:test", charge, "refused", null))
                .isEqualTo(SettledActs.Found.SETTLED);
        assertThat(parked(charge, "state")).isEqualTo("replayed");
        assertThat(settled(charge(booking, "80.00"))).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "stripe"})
    void asksTheGatewayWhatBecameOfWhatIsInTheInbox(String gateway) throws Exception {
        long booking = booking(gateway, GOOD, "80.00");
        UUID key = UUID.randomUUID();
        long charge = begun(booking, key);
        GatewayAmount amount =
                new GatewayAmount(new BigDecimal("80.00"), Currency.getInstance("EUR"));
        Gateway port = serai.part(Gateways.class).find(gateway).orElseThrow();
        port.charge(new GatewayCharge(key, amount, new CardToken(card(booking)), number(booking)));
        forget(charge);
        assertThat(settled(charge)).isEqualTo("not-known");

        look(charge);

        assertThat(ended(charge)).isEqualTo("done");
        assertThat(parked(charge, "state")).isEqualTo("replayed");
        assertThat(codes(booking)).isZero();
        UUID back = UUID.randomUUID();
        long refund = refundBegun(booking, charge, back);
        port.refund(new GatewayRefund(back, amount, word(charge, "reference"), number(booking)));
        forget(refund);
        assertThat(settled(refund)).isEqualTo("not-known");
        look(refund);
        assertThat(ended(refund)).isEqualTo("done");
        assertThat(gatewaySays(booking, "refund")).containsExactly(8000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "stripe"})
    void refusesWhatTheGatewayNeverHeardOf(String gateway) {
        long booking = booking(gateway, GOOD, "80.00");
        long charge = begun(booking, UUID.randomUUID());
        forget(charge);
        settled(charge);

        look(charge);

        assertThat(ended(charge)).isEqualTo("refused");
        assertThat(word(charge, "code")).isEqualTo("not-there");
        assertThat(codes(booking)).isEqualTo(1);
    }

    @Test
    void leavesOpenWhatTheGatewayDoesNotTell() {
        long booking = booking("sandbox", GOOD, "80.00");
        long charge = begun(booking, UUID.randomUUID());
        forget(charge);
        settled(charge);
        sandbox.put(
                "/sandbox/faults",
                "[{\"path\": \"/gateway/acts\", \"kind\": \"lost-answer\", \"times\": 1}]");

        look(charge);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(parked(charge, "state || ' ' || (next_try_at > now())"))
                                        .isEqualTo("parked true"));
        assertThat(word(charge, "state")).isEqualTo("not-known");
    }

    @Test
    void showsInTheInboxWhatHasNoAnswerForLong() {
        sandbox.put(
                "/sandbox/faults",
                "[{\"path\": \"/gateway/charges\", \"kind\": \"lost-answer\", \"times\": 1}]");
        long booking = booking("sandbox", GOOD, "80.00");
        long charge = begun(booking, UUID.randomUUID());

        serai.sql()
                .sql(
                        "update payment_acts set begun_at = now() - interval '1 hour', until = '-infinity' where id = ?")
                .param(charge)
                .update();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(parked(charge, "reason"))
                                        .contains("sent again under its key"));
        assertThat(settled(charge)).isEqualTo("done");
        assertThat(parked(charge, "state")).isEqualTo("replayed");
    }

    @Test
    void keepsTogetherWithinWhatIsDueAndWhatWasChargedHoweverManyAskAtOnce() throws Exception {
        long booking = booking("sandbox", GOOD, "100.00");
        settled(charge(booking, "100.00"));

        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int hand = 0; hand < 8; hand++) {
            wishes.add(() -> isRefunded(booking, "30.00"));
        }
        int kept = 0;
        ExecutorService hands = Executors.newFixedThreadPool(8);
        for (Future<Boolean> each : hands.invokeAll(wishes)) {
            kept += each.get() ? 1 : 0;
        }
        hands.shutdown();

        assertThat(kept).isEqualTo(3);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(gatewaySays(booking, "refund"))
                                        .containsExactly(3000L, 3000L, 3000L));
    }

    @Test
    void leavesNoCardNumberInAnyRowOfWhatItDid() {
        long booking = booking("stripe", "4000000000000002", "50.00");
        settled(charge(booking, "50.00"));

        String rows =
                serai.sql()
                        .sql(
                                """
                                select concat((select json_agg(a)::text from payment_acts a where a.reservation_id = ?),
                                              (select json_agg(l)::text from ota_sync_logs l where l.name like 'gateway%'))
                                """)
                        .param(booking)
                        .query(String.class)
                        .single();

        assertThat(rows).contains("gateway-card").doesNotContain("4000000000000002");
    }

    /** A charge of 80 that left just now, and that nobody works on. */
    private long begun(long booking, UUID key) {
        return serai.sql()
                .sql(
                        """
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, key, asked_by, begun_at, until)
                        select p.hotel_id, p.reservation_id, 'charge', h.payment_gateway, 80, 'EUR', p.card_token, ?, 'user:test', now(), 'infinity'
                          from ota_payments p join hotels h on h.id = p.hotel_id where p.reservation_id = ? returning id
                        """)
                .params(key, booking)
                .query(Long.class)
                .single();
    }

    private long refundBegun(long booking, long charge, UUID key) {
        return serai.sql()
                .sql(
                        """
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, charge_id, key, asked_by, begun_at, until)
                        select hotel_id, reservation_id, 'refund', gateway, 80, 'EUR', id, ?, 'user:test', now(), 'infinity'
                          from payment_acts where id = ? and reservation_id = ? returning id
                        """)
                .params(key, charge, booking)
                .query(Long.class)
                .single();
    }

    /** So long ago that its gateway may have forgotten the key. */
    private void forget(long act) {
        serai.sql()
                .sql(
                        "update payment_acts set begun_at = now() - interval '2 days', until = '-infinity' where id = ?")
                .param(act)
                .update();
    }

    /** Has the inbox try it again. */
    private void look(long act) {
        long hotel =
                serai.sql()
                        .sql("select hotel_id from payment_acts where id = ?")
                        .param(act)
                        .query(Long.class)
                        .single();
        serai.part(Replays.class)
                .wish(
                        InboxWish.all(List.of(hotel))
                                .only(List.of(Long.parseLong(parked(act, "id")))),
                        "user:test");
    }

    private String ended(long act) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> word(act, "state"), state -> !state.equals("not-known"));
    }

    private String parked(long act, String column) {
        return serai.sql()
                .sql(
                        "select ("
                                + column
                                + ")::text from parked_messages where route = 'payment-look' and message_key = ? order by id desc limit 1")
                .param(Long.toString(act))
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Security codes that are left of the booking's card. */
    private long codes(long booking) {
        return serai.sql()
                .sql(
                        "select count(*) from cards c join ota_payments p on p.card_token = c.token where p.reservation_id = ? and c.code_sealed is not null")
                .param(booking)
                .query(Long.class)
                .single();
    }

    private boolean isRefunded(long booking, String amount) {
        try {
            refund(booking, amount);
            return true;
        } catch (PaymentRefused refused) {
            return false;
        }
    }

    private long charge(long booking, String amount) {
        return serai.part(EngineSession.class)
                .call(
                        "user:test",
                        session -> acts.charge(session, "user:test", booking, wish(amount)));
    }

    private List<Long> refund(long booking, String amount) {
        return serai.part(EngineSession.class)
                .call(
                        "user:test",
                        session -> acts.refund(session, "user:test", booking, wish(amount)));
    }

    private static PaymentActs.Wish wish(String amount) {
        return new PaymentActs.Wish(new BigDecimal(amount), "EUR", null);
    }

    private String settled(long act) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> word(act, "state"), state -> !state.equals("asked"));
    }

    private String word(long act, String column) {
        return serai.sql()
                .sql("select coalesce(" + column + ", '') from payment_acts where id = ?")
                .param(act)
                .query(String.class)
                .single();
    }

    private List<Long> gatewaySays(long booking, String kind) {
        return serai.sql()
                .sql(
                        "select g.amount from sandbox.gateway_act g join payment_acts a on a.key::text = g.key where a.reservation_id = ? and g.kind = ? and g.decline is null order by g.at")
                .params(booking, kind)
                .query(Long.class)
                .list();
    }

    private int hotel(long booking) {
        return serai.sql()
                .sql("select hotel_id from reservations where id = ?")
                .param(booking)
                .query(Integer.class)
                .single();
    }

    private String number(long booking) {
        return serai.sql()
                .sql("select number from reservations where id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    private String card(long booking) {
        return serai.sql()
                .sql("select card_token from ota_payments where reservation_id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    /** A booking that its guest pays by this card at a hotel with this gateway. */
    private static long booking(String gateway, String number, String amount) {
        return PaidBooking.of(gateway, number, amount).id();
    }
}
