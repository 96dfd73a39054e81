package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.vault.CardClaims;
import io.serai.vault.CardEnds;
import io.serai.vault.CardReveals;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
import io.serai.vault.ClearCards;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a card of a booking is kept, and who sees it meanwhile. */
class CardEndsTests {

    private static final String NUMBER = "4111111111111111";

    private final TestHotel hotel = new TestHotel();
    private final CardVault vault = TestSerai.bean(CardVault.class);
    private final CardClaims claims = TestSerai.bean(CardClaims.class);
    private final CardEnds ends = TestSerai.bean(CardEnds.class);
    private final CardReveals reveals = TestSerai.bean(CardReveals.class);

    @ParameterizedTest
    @CsvSource({"29, true", "30, false"})
    void keepsACardThirtyDaysAfterDeparture(int daysAgo, boolean kept) {
        var token = booked();
        left(daysAgo);

        ends.endCards();

        assertThat(vault.find(token.value()).isPresent()).isEqualTo(kept);
        assertThat(
                        hotel.one(
                                "select coalesce(card_token, 'none') || card_last4 from ota_payments where hotel_id = ?",
                                hotel.hotel))
                .isEqualTo((kept ? token.value() : "none") + "1111");
    }

    @Test
    void waitsForWhoeverWritesAPaymentAndThenItsCards() {
        var token = booked();
        left(30);
        CompletableFuture<Integer> ended =
                new TransactionTemplate(TestSerai.bean(PlatformTransactionManager.class))
                        .execute(
                                writes -> {
                                    write("update ota_payments set amount = amount");
                                    var other = CompletableFuture.supplyAsync(ends::endCards);
                                    await().until(() -> waits());
                                    write("update card_reservations set settled_at = settled_at");
                                    return other;
                                });

        assertThat(ended).succeedsWithin(Duration.ofSeconds(30));
        assertThat(vault.find(token.value())).isEmpty();
    }

    private void write(String sql) {
        TestSerai.bean(JdbcClient.class)
                .sql(sql + " where hotel_id = ?")
                .param(hotel.hotel)
                .update();
    }

    private boolean waits() {
        return TestSerai.owner()
                .sql(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%ota_payments%' and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    @Test
    void leavesNoTokenOfAnEndedCardAtThoseThatTheChannelPaysWith() {
        var token = booked();
        hotel.jdbc
                .sql(
                        "insert into payment_cards (hotel_id, reservation_id, remote_id, status, card_token) values (?, ?, 'v1', 'funded', ?)")
                .params(hotel.hotel, reservation(), token.value())
                .update();
        left(30);

        ends.endCards();

        assertThat(
                        hotel.one(
                                "select coalesce(card_token, 'none') from payment_cards where hotel_id = ?",
                                hotel.hotel))
                .isEqualTo("none");
    }

    @Test
    void countsFromTheOriginalArrivalOfACancelledBooking() {
        var token = booked();
        hotel.take(cancellation("1"));
        arrives(-29, 60);
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        arrives(-30, 60);
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void deletesACardThatIsSettledOnceNoFeeCanBeginAnyMore() {
        var token = booked();
        rule("settled", 0);
        moved("charge", "100");
        claims.settled(reservation());
        arrives(0, 2);
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        arrives(-1, 2);
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void keepsACardOfWhatWasSettledAndGivenBackUntilItIsChargedAgain() {
        var token = booked();
        rule("settled", 0);
        moved("charge", "100");
        claims.settled(reservation());
        moved("refund", "40");
        arrives(-1, 2);
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        moved("charge", "40");
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void keepsACardOfWhatWasSettledAndBecameDearer() {
        var token = booked();
        rule("settled", 0);
        moved("charge", "100");
        claims.settled(reservation());
        arrives(-1, 2);
        due("130");
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        due("100");
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void deletesTheCardOfWhatTheChannelPaidUnlessMoneyWasGivenBackSinceItSaidSo() {
        var token = booked();
        rule("settled", 0);
        moved("charge", "100");
        moved("refund", "100");
        claims.settled(reservation());
        arrives(-1, 2);
        paid("now() - interval '1 minute'");
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        paid("clock_timestamp()");
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void keepsACardNoLongerThanTheLongestTimeWhereItIsNeverSettled() {
        var token = booked();
        rule("settled", 0);
        left(399);
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        left(400);
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void deletesACardWhenItExpires() {
        var token = booked();
        rule("expiry", 0);
        left(3);
        hotel.jdbc
                .sql("update cards set expires_on = current_date where account_id = ?")
                .param(hotel.account)
                .update();
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        hotel.jdbc
                .sql("update cards set expires_on = current_date - 1 where account_id = ?")
                .param(hotel.account)
                .update();
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void neverDeletesAVirtualCardBeforeItOpens() {
        var token = booked();
        rule("departure", 0);
        left(10);
        hotel.jdbc
                .sql("update ota_payments set chargeable_from = current_date where hotel_id = ?")
                .param(hotel.hotel)
                .update();
        ends.endCards();
        assertThat(vault.find(token.value())).isPresent();

        hotel.jdbc
                .sql(
                        "update ota_payments set chargeable_from = current_date - 1 where hotel_id = ?")
                .param(hotel.hotel)
                .update();
        ends.endCards();

        assertThat(vault.find(token.value())).isEmpty();
    }

    @Test
    void keepsACardForTheLastOfItsBookings() {
        var token = booked();
        hotel.take(booking("2").card(token.value()));
        left(40);
        hotel.jdbc
                .sql(
                        "update reservations set arrival = current_date, departure = current_date + 1 where hotel_id = ? and number = '2'")
                .param(hotel.hotel)
                .update();

        ends.endCards();

        assertThat(vault.find(token.value())).isPresent();
        assertThat(
                        hotel.one(
                                "select string_agg(r.number, ',') from card_reservations k join reservations r on r.id = k.reservation_id where k.hotel_id = ?",
                                hotel.hotel))
                .isEqualTo("2");
    }

    @Test
    void erasesTheSecurityCodeAWeekAfterTheCardCouldFirstBeCharged() {
        var token = booked();
        arrives(-7, 20);
        ends.endCodes();
        assertThat(code(token)).isEqualTo("737");

        arrives(-8, 20);
        ends.endCodes();

        assertThat(code(token)).isNull();
        assertThat(booked()).isEqualTo(token);
        assertThat(code(token)).isNull();
    }

    @Test
    void opensACardAsItsChannelToldIt() {
        var card = TestSerai.bean(ClearCards.class).open(booked()).orElseThrow();

        assertThat(card.number()).isEqualTo(NUMBER);
        assertThat(card.expires()).isEqualTo("2028-12-31");
        assertThat(card.holder()).isEqualTo("A Lovelace");
        assertThat(card).hasToString("card");
    }

    @Test
    void showsACardInFullToWhoeverAskedForSecondsAndWritesItDown() {
        booked();

        var leave =
                reveals.open(
                                hotel.hotel,
                                reservation(),
                                "user:fay",
                                "charge of the no-show, 4111111111111111")
                        .orElseThrow();

        assertThat(
                        reveals.show(hotel.hotel, reservation(), leave.id(), "user:fay")
                                .orElseThrow()
                                .number())
                .isEqualTo(NUMBER);
        assertThat(reveals.show(hotel.hotel, reservation(), leave.id(), "user:eve")).isEmpty();
        assertThat(audit()).isEqualTo("user:fay ask-for-card, user:fay reveal-card");
        assertThat(
                        hotel.one(
                                "select string_agg(reason, ';') from audit where subject = 'reservation' and hotel_id = ?",
                                hotel.hotel))
                .doesNotContain(NUMBER)
                .contains("no-show");
        hotel.jdbc
                .sql("update card_reveals set until = now() where hotel_id = ?")
                .param(hotel.hotel)
                .update();
        assertThat(reveals.show(hotel.hotel, reservation(), leave.id(), "user:fay")).isEmpty();
    }

    @Test
    void givesNoLeaveForABookingWithoutACard() {
        hotel.take(booking("1"));

        assertThat(reveals.open(hotel.hotel, reservation(), "user:fay", "curious")).isEmpty();
        assertThat(
                        hotel.one(
                                "select count(*)::text from audit where subject = 'reservation' and hotel_id = ?",
                                hotel.hotel))
                .isEqualTo("0");
    }

    private String audit() {
        return hotel.one(
                "select string_agg(actor || ' ' || act, ', ' order by id) from audit where subject = 'reservation' and hotel_id = ?",
                hotel.hotel);
    }

    private CardToken booked() {
        var token =
                vault.put(
                                hotel.account,
                                Map.of(
                                        "CardNumber",
                                        NUMBER,
                                        "SeriesCode",
                                        "737",
                                        "ExpireDate",
                                        "1228",
                                        "CardHolderName",
                                        "A Lovelace"))
                        .token()
                        .orElseThrow();
        hotel.take(booking("1").card(token.value()));
        hotel.jdbc
                .sql(
                        "update cards set created_at = now() - interval '500 days', updated_at = now() - interval '2 hours' where account_id = ?")
                .param(hotel.account)
                .update();
        return token;
    }

    private String code(CardToken token) {
        return TestSerai.bean(ClearCards.class).open(token).orElseThrow().code();
    }

    private long reservation() {
        return Long.parseLong(
                hotel.one(
                        "select id::text from reservations where hotel_id = ? and number = '1'",
                        hotel.hotel));
    }

    private void rule(String cards, int days) {
        hotel.jdbc
                .sql("insert into hotel_privacy (hotel_id, cards, card_days) values (?, ?, ?)")
                .params(hotel.hotel, cards, days)
                .update();
    }

    /** What a gateway did. */
    private void moved(String kind, String amount) {
        due("100");
        hotel.jdbc
                .sql(
                        """
                        insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, charge_id, asked_by, state, settled_at)
                        select :hotel, :id, :kind, 'sandbox', cast(:amount as numeric), 'EUR',
                               case when :kind = 'refund' then (select max(id) from payment_acts where reservation_id = :id) end, 'user:fay', 'done', now()
                        """)
                .param("hotel", hotel.hotel)
                .param("id", reservation())
                .param("kind", kind)
                .param("amount", amount)
                .update();
    }

    private void due(String amount) {
        hotel.jdbc
                .sql(
                        "update ota_payments set amount = cast(? as numeric), currency = 'EUR' where reservation_id = ?")
                .params(amount, reservation())
                .update();
    }

    /** The channel said then that it paid all. */
    private void paid(String when) {
        hotel.jdbc
                .sql(
                        "update ota_payments set payout_status = 'paid', read_at = %s where reservation_id = ?"
                                .formatted(when))
                .param(reservation())
                .update();
    }

    private void left(int daysAgo) {
        arrives(-daysAgo - 2, 2);
    }

    private void arrives(int inDays, int nights) {
        var arrival = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(inDays);
        hotel.jdbc
                .sql(
                        "update reservations set arrival = ?, departure = ? where hotel_id = ? and number = '1'")
                .params(arrival, arrival.plusDays(nights), hotel.hotel)
                .update();
    }
}
