package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static io.serai.reservation.Message.room;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PortJson;
import io.serai.delivery.ParkingSlip;
import io.serai.reservation.IncomingReservation.Night;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel of which an account chooses a way, and which gives up on what nobody confirms. */
class ReservationWaysTests {

    private static final Instant THEN = Instant.parse("2026-01-10T08:00:00Z");

    private final TestHotel hotel = new TestHotel();
    private final PollClaims claims = TestSerai.bean(PollClaims.class);
    private final Confirmations confirmations = TestSerai.bean(Confirmations.class);
    private final Acknowledged acknowledged = TestSerai.bean(Acknowledged.class);
    private final PolledHotels polledHotels = TestSerai.bean(PolledHotels.class);

    @BeforeEach
    void sellAtThePier() {
        hotel.jdbc.sql("update channel_polls set next_at = 'infinity'").update();
        hotel.jdbc
                .sql(
                        """
                        with account as (update channel_accounts set provider = 'pier.example' where id = :account),
                        connection as (update third_party_integrations set provider = 'pier.example' where id = :connection)
                        delete from channel_polls where account_id = :account
                        """)
                .param("account", hotel.account)
                .param("connection", hotel.connection)
                .update();
    }

    @AfterEach
    void nobodyIsAskedAtThePierAnyMore() {
        hotel.jdbc
                .sql("update channel_accounts set state = 'broken' where id = ?")
                .param(hotel.account)
                .update();
    }

    @Test
    void asksTheQueuesOfTheUsualWayAndThoseOfNone() {
        assertThat(due()).containsExactlyInAnyOrder("pending", "other");
    }

    @Test
    void asksTheQueuesOfTheWayThatAConnectionOrTheAccountChose() {
        configure("{\"reservations\": \"telling\"}");

        assertThat(due()).containsExactlyInAnyOrder("missed", "other");
        hotel.jdbc
                .sql(
                        "update channel_accounts set configuration = '{\"reservations\": \"asking\"}' where id = ?")
                .param(hotel.account)
                .update();
        assertThat(due()).containsExactly("pending");
    }

    @Test
    void asksOneQueueAfterTheOtherWhereTheChannelTakesOneCallAtATime() {
        configure("{\"reservations\": \"knocking\"}");

        assertThat(due()).containsExactlyInAnyOrder("back", "other");
        assertThat(due()).isEmpty();
        hotel.jdbc
                .sql(
                        "update channel_polls set until = '-infinity', next_at = 'infinity' where account_id = ? and queue = 'back'")
                .param(hotel.account)
                .update();
        assertThat(due()).containsExactly("front");
    }

    @Test
    void asksByTheUsualWayWhereAnUnknownOneWasChosen() {
        configure("{\"reservations\": \"by pigeon\"}");

        assertThat(due()).containsExactlyInAnyOrder("pending", "other");
    }

    @Test
    void asksForEachHotelOnceTheChannelDemandedIt() {
        assertThat(polledHotels.toAsk(hotel.account)).containsExactly("");

        var demanded = polledHotels.demands(hotel.account, refusal("3207"), "3207");

        assertThat(demanded).isTrue();
        assertThat(polledHotels.toAsk(hotel.account)).containsExactly(hotel.remote);
        assertThat(polledHotels.demands(hotel.account, refusal("1000"), "3207")).isFalse();
    }

    @Test
    void knowsUntilWhenAReservationMustBeConfirmed() {
        take(booking("1").at(hotel.remote, THEN));

        assertThat(revision("1", "expires_at = changed_at + interval '24 hours'"))
                .isEqualTo("true");
        assertThat(
                        hotel.one(
                                "select (confirm_by is not null)::text from ota_bookings where booking_number = '1' and account_id = ?",
                                hotel.account))
                .isEqualTo("true");
        acknowledged.mark(hotel.account, "1", null);
        assertThat(
                        hotel.one(
                                "select (confirm_by is null)::text from ota_bookings where booking_number = '1' and account_id = ?",
                                hotel.account))
                .isEqualTo("true");
    }

    @Test
    void alertsOnceAtHalfTheTimeAndOnceMoreWhenItRanOut() {
        take(booking("1").at(hotel.remote, THEN));

        watchAt(THEN.plus(Duration.ofHours(11)));
        var early = alerts();
        watchAt(THEN.plus(Duration.ofHours(13)));
        watchAt(THEN.plus(Duration.ofHours(14)));
        var half = alerts();
        watchAt(THEN.plus(Duration.ofHours(25)));
        watchAt(THEN.plus(Duration.ofHours(26)));

        assertThat(early).isEqualTo("0 0");
        assertThat(half).isEqualTo("1 0");
        assertThat(alerts()).isEqualTo("1 1");
    }

    @Test
    void alertsOnlyOnceAboutWhatWasTakenWhenItsTimeHadRunOut() {
        take(booking("1").at(hotel.remote, THEN));

        watchAt(THEN.plus(Duration.ofDays(3)));

        assertThat(alerts()).isEqualTo("0 1");
    }

    @Test
    void saysNothingOfWhatIsAcknowledgedInTime() {
        take(booking("1").at(hotel.remote, THEN));
        acknowledged.mark(hotel.account, "1", null);

        watchAt(THEN.plus(Duration.ofDays(3)));

        assertThat(alerts()).isEqualTo("0 0");
    }

    @Test
    void measuresTheOldestAndTheNearestThatWaits() {
        take(booking("1").at(hotel.remote, THEN));

        var shown =
                new ReservationFigures()
                        .clocks().question().apply(TestSerai.jdbc()).query().listOfRows().stream()
                                .filter(row -> row.get("channel").equals("pier.example"))
                                .findFirst()
                                .orElseThrow();

        assertThat(((Number) shown.get("oldest")).doubleValue()).isGreaterThanOrEqualTo(86_460);
        assertThat(((Number) shown.get("nearest")).doubleValue()).isLessThanOrEqualTo(-60);
        assertThat(((Number) shown.get("used")).doubleValue()).isGreaterThan(1);
    }

    @Test
    void confirmsThoseFirstThatTheChannelWaitsForTheShortest() {
        var now = Instant.now();
        take(booking("1").at(hotel.remote, now));
        take(booking("2").at(hotel.remote, now.minusSeconds(3600)));
        var bookings =
                List.of("1", "2").stream()
                        .map(n -> new Confirmation.Booking(n, "new", "h", null, null, null))
                        .toList();

        var numbered = confirmations.numbered(hotel.account, json(bookings), null);

        assertThat(PortJson.read(numbered, Confirmation.class).reservations())
                .containsExactly("2", "1");
    }

    @Test
    void knowsOfWhatIsParkedUntilWhenTheChannelWaitsForIt() {
        var deadlines = TestSerai.bean(ParkedDeadlines.class);
        var now = Instant.now();

        deadlines.note(
                hotel.account,
                parked("told"),
                ReservationJson.write(booking("1").at(hotel.remote, now.minusSeconds(600))));
        deadlines.note(hotel.account, parked("untold"), null);
        deadlines.note(hotel.account, parked("unreadable"), "{}");

        assertThat(waits("told", now)).isEqualTo("1430");
        assertThat(waits("untold", now)).isEqualTo("30");
        assertThat(waits("unreadable", now)).isEqualTo("30");
    }

    /** A parked message. */
    private ParkingSlip parked(String key) {
        var name = hotel.account + key;
        hotel.jdbc
                .sql(
                        "insert into parked_messages (account_id, route, kind, message_key, reason) values (?, 'r', 'reservation', ?, 'a reason')")
                .params(hotel.account, name)
                .update();
        return new ParkingSlip(
                "r", ParkingSlip.Kind.RESERVATION, name, hotel.account, hotel.remote, null);
    }

    /** For how many minutes more. */
    private String waits(String key, Instant now) {
        return hotel.one(
                "select round(extract(epoch from confirm_by - '"
                        + now
                        + "'::timestamptz) / 60)::text from parked_messages where message_key = ?",
                hotel.account + key);
    }

    private void watchAt(Instant moment) {
        new ExpiryWatch(TestSerai.jdbc(), TestSerai.bean(ReservationAlerts.class))
                .lookAt(moment.atOffset(UTC));
    }

    private String alerts() {
        return hotel.one(
                "select count(*) filter (where act = 'unconfirmed') || ' ' || count(*) filter (where act = 'expired') from audit where hotel_id = ?",
                hotel.hotel);
    }

    @Test
    void keepsStayMoneyAndCardWhenACancellationSaysNothingOfThem() {
        take(booking("1").at(hotel.remote, THEN));

        take(cancellation("1").total(null).at(hotel.remote, THEN.plusSeconds(60)));

        assertThat(
                        hotel.one(
                                "select r.status || ' ' || r.total || ' ' || r.brand || ' ' || m.adults || ' ' || p.amount from reservations r"
                                        + " join reservation_rooms m on m.reservation_id = r.id join ota_payments p on p.reservation_id = r.id"
                                        + " where r.account_id = ?",
                                hotel.account))
                .isEqualTo("cancelled 100.000 Brand 2 100.000");
        assertThat(hotel.sold(2)).containsExactly(0, 0);
    }

    @Test
    void letsTheNewerMessageStandWhicheverComesLast() {
        take(booking("1").at(hotel.remote, THEN));
        take(booking("1").changed().nights(0, 3).at(hotel.remote, THEN.plusSeconds(60)));

        var late = take(booking("1").changed().nights(0, 1).at(hotel.remote, THEN.plusSeconds(30)));

        assertThat(late).isEqualTo(Receipt.OUTDATED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 1);
    }

    @Test
    void keepsWhatTheGuestWroteOverAChangeThatDoesNotRepeatIt() {
        take(booking("1").at(hotel.remote, THEN, "late arrival"));
        take(booking("1").changed().nights(0, 3).at(hotel.remote, THEN.plusSeconds(60), "a cot"));

        take(booking("1").changed().nights(0, 1).at(hotel.remote, THEN.plusSeconds(90)));

        var row =
                hotel.jdbc
                        .sql(
                                "select r.person_key, m.remarks_sealed from reservations r join reservation_rooms m on m.reservation_id = r.id where r.account_id = ?")
                        .param(hotel.account)
                        .query()
                        .singleRow();
        assertThat(
                        TestSerai.bean(People.class)
                                .openRemarks(
                                        (byte[]) row.get("person_key"),
                                        (byte[]) row.get("remarks_sealed")))
                .isEqualTo("late\nlate arrival\na cot");
    }

    @Test
    void keepsAChangeOfThePaymentAlone() {
        take(booking("1").card("card_unknown").at(hotel.remote));
        var invoiced = Payment.of(Payment.Collector.CHANNEL, Payment.Method.BANK_TRANSFER, null);

        var receipt = take(booking("1").changed().payment(invoiced).at(hotel.remote));

        assertThat(receipt).isEqualTo(Receipt.REPEATED);
        assertThat(
                        hotel.one(
                                "select p.collected_by || ' ' || p.method from ota_payments p join reservations r on r.id = p.reservation_id where r.account_id = ?",
                                hotel.account))
                .isEqualTo("channel bank-transfer");
    }

    @Test
    void findsTheRateByTheOtherNumberThatTheChannelMayListItUnder() {
        var night =
                new Night(
                        TestHotel.FIRST, "P1A", "P1", io.serai.channel.Amount.of("50"), null, null);
        var one = room("1", "R1", "P1", 0, 1);
        var room =
                new IncomingReservation.Room(
                        "1",
                        "R1",
                        one.name(),
                        null,
                        one.total(),
                        2,
                        0,
                        List.of(),
                        one.guest(),
                        List.of(),
                        List.of(),
                        List.of(night));

        take(booking("1").rooms(room).at(hotel.remote));

        assertThat(
                        hotel.one(
                                "select (product_id is not null)::text || ' ' || is_unmapped from reservation_nights n join reservations r on r.id = n.reservation_id where r.account_id = ?",
                                hotel.account))
                .isEqualTo("true false");
    }

    @Test
    void writesConfirmationsOfOneHotelAndTenReservationsEach() {
        for (var number = 1; number <= 12; number++) {
            take(booking("" + number).nights(number, 1).at(hotel.remote));
        }
        var bookings =
                java.util.stream.IntStream.rangeClosed(1, 13)
                        .mapToObj(
                                n ->
                                        new Confirmation.Booking(
                                                "" + n,
                                                "new",
                                                n == 12 ? "other" : "h",
                                                null,
                                                null,
                                                null))
                        .toList();

        var parts =
                confirmations.parts(
                        confirmations.numbered(hotel.account, json(bookings), null), 10);

        assertThat(parts)
                .extracting(it -> PortJson.read(it, Confirmation.class).reservations().size())
                .containsExactly(10, 1, 1);
        assertThat(parts.get(0))
                .contains("\"confirmation\":\"S" + reservation("1") + "\"")
                .doesNotContain("refused");
    }

    @Test
    void keepsUnconfirmedWhatTheChannelExceptedAndNeverAsksAgainWhereItSaidNever() {
        for (var number : List.of("1", "2", "3")) {
            take(booking(number).at(hotel.remote));
        }
        var bookings =
                List.of("1", "2", "3").stream()
                        .map(n -> new Confirmation.Booking(n, "new", "h", null, null, null))
                        .toList();

        acknowledged.settleExcept(
                hotel.account,
                json(bookings),
                """
                {"unconfirmed": [{"number": "2", "code": "10", "words": "too late"}, {"number": "3", "code": "20"}]}
                """);

        assertThat(revision("1", "acknowledged_at is not null")).isEqualTo("true");
        assertThat(revision("2", "acknowledged_at is null and confirm_words = '10 too late'"))
                .isEqualTo("true");
        var again = confirmations.numbered(hotel.account, json(bookings), null);
        assertThat(PortJson.read(again, Confirmation.class).reservations()).containsExactly("3");
    }

    @Test
    void confirmsNothingThatCameWhileAConfirmationWasOnItsWay() {
        take(booking("1").at(hotel.remote, THEN));
        var written =
                confirmations.numbered(
                        hotel.account,
                        json(List.of(new Confirmation.Booking("1", "new", "h", null, null, null))),
                        null);
        take(booking("1").changed().nights(0, 3).at(hotel.remote, THEN.plusSeconds(60)));

        acknowledged.settleExcept(hotel.account, written, "{\"unconfirmed\": []}");

        assertThat(revision("1", "revision = 2 and acknowledged_at is null")).isEqualTo("true");
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservation_revisions where account_id = ? and acknowledged_at is not null",
                                hotel.account))
                .isEqualTo("1");
    }

    private Receipt take(IncomingReservation reservation) {
        return hotel.inbox.take(hotel.account, reservation, new Delivery.Pushed());
    }

    private List<String> due() {
        return claims.take(10, Duration.ofSeconds(30)).stream()
                .filter(claim -> claim.accountId() == hotel.account)
                .map(PollClaim::queue)
                .toList();
    }

    private void configure(String configuration) {
        hotel.jdbc
                .sql(
                        "update third_party_integrations set configuration = configuration || cast(? as jsonb) where id = ?")
                .params(configuration, hotel.connection)
                .update();
    }

    private String revision(String number, String what) {
        return hotel.one(
                "select ("
                        + what
                        + ")::text from reservation_revisions where account_id = ? and number = ? order by revision desc limit 1",
                hotel.account,
                number);
    }

    private String reservation(String number) {
        return hotel.one(
                "select id::text from reservations where account_id = ? and number = ?",
                hotel.account,
                number);
    }

    private static String refusal(String code) {
        return "{\"outcome\":\"refused\",\"items\":[{\"outcome\":\"refused\",\"code\":\""
                + code
                + "\"}]}";
    }

    private static String json(List<Confirmation.Booking> bookings) {
        return PortJson.write(new Confirmation("q", null, List.of(), List.of(), null).of(bookings));
    }
}
