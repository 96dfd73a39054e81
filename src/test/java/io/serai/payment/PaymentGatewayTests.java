package io.serai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.channel.account.ChannelAccounts;
import io.serai.database.EngineSession;
import io.serai.payment.gateway.GatewayAmount;
import io.serai.payment.gateway.GatewayCharge;
import io.serai.payment.gateway.Gateways;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import io.serai.vault.TakenCard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentGatewayTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
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
        long charge =
                serai.sql()
                        .sql(
                                """
                                insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, key, asked_by, begun_at, until)
                                select hotel_id, reservation_id, 'charge', 'sandbox', 80, 'EUR', card_token, ?, 'user:test', now(), 'infinity'
                                  from ota_payments where reservation_id = ? returning id
                                """)
                        .params(key, booking)
                        .query(Long.class)
                        .single();
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
    void doesNotSendAgainWhatItsGatewayMayHaveForgotten() {
        long booking = booking("sandbox", GOOD, "80.00");
        long charge =
                serai.sql()
                        .sql(
                                """
                                insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, asked_by, begun_at)
                                select hotel_id, reservation_id, 'charge', 'sandbox', 80, 'EUR', card_token, 'user:test', now() - interval '2 days'
                                  from ota_payments where reservation_id = ? returning id
                                """)
                        .param(booking)
                        .query(Long.class)
                        .single();

        assertThat(settled(charge)).isEqualTo("not-known");
        assertThat(gatewaySays(booking, "charge")).isEmpty();
        assertThatThrownBy(() -> charge(booking, "0.01"))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("at most 0.00");
        SettledActs settle = serai.part(SettledActs.class);
        List<Long> hotels = List.of((long) hotel(booking));
        assertThat(settle.settle(hotels, "user:test", charge, "refused", null))
                .isEqualTo(SettledActs.Found.SETTLED);
        assertThat(settled(charge(booking, "80.00"))).isEqualTo("done");
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
    private long booking(String gateway, String number, String amount) {
        String name = "till-" + NUMBERS.incrementAndGet();
        long account =
                serai.part(ChannelAccounts.class)
                        .take("booking.com", name, Map.of("api_key", name, "api_secret", "open"));
        TakenCard.Kept card =
                (TakenCard.Kept)
                        serai.part(CardVault.class)
                                .put(
                                        account,
                                        Map.of(
                                                "CardNumber", number,
                                                "SeriesCode", "123",
                                                "ExpireDate", "0330",
                                                "CardHolderName", "Ann Example"));
        int hotel =
                serai.sql()
                        .sql(
                                "insert into hotels (code, name, time_zone, currency, horizon, payment_gateway) values (?, 'Casa do Mar', 'Europe/Lisbon', 'EUR', 1, ?) returning id")
                        .params(name, gateway)
                        .query(Integer.class)
                        .single();
        long booking =
                serai.sql()
                        .sql(
                                """
                                insert into reservations (hotel_id, account_id, provider, number, status, arrival, departure, currency, total)
                                values (?, ?, 'booking.com', ?, 'booked', current_date, current_date + 1, 'EUR', cast(? as numeric)) returning id
                                """)
                        .params(hotel, account, name, amount)
                        .query(Long.class)
                        .single();
        serai.sql()
                .sql(
                        """
                        insert into ota_payments (hotel_id, reservation_id, collected_by, method, amount, currency, card_token, status)
                        values (?, ?, 'hotel', 'guest-card', cast(? as numeric), 'EUR', ?, 'expected')
                        """)
                .params(hotel, booking, amount, card.card().value())
                .update();
        return booking;
    }
}
