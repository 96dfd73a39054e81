package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Parking;
import io.serai.delivery.ParkingSlip;
import io.serai.delivery.ParkingSlip.Kind;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.Replay;
import io.serai.delivery.inbox.ReplayWish;
import io.serai.delivery.inbox.Replays;
import java.io.IOException;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ReplaysTests {

    private static final ProducerTemplate ROUTES =
            TestSerai.routes(
                    "routes/common/reservation-take.camel.yaml",
                    "routes/common/reservation-park.camel.yaml",
                    "routes/common/message-park.camel.yaml",
                    "routes/common/reservation-left.camel.yaml",
                    "routes/common/message-replay.camel.yaml",
                    "routes/common/inbox-replay.camel.yaml");
    private static final RuntimeException WRONG =
            new IllegalStateException("room: 'X' (expected: R1)");

    private final TestHotel hotel = new TestHotel();
    private final Parking parking = TestSerai.bean(Parking.class);
    private final Replays replays = TestSerai.bean(Replays.class);

    @Test
    void sendsAllOfABookingAgainInTheOrderInWhichTheyCame() {
        park("a", booking("1"), "new");
        park("b", booking("1").changed().nights(0, 3), "modify");
        park("c", cancellation("1"), "cancel");

        ReplayWish wish = replays.wish(all(), "user:anna");
        work();

        assertThat(revisions()).isEqualTo("new modify cancel");
        assertThat(hotel.status("1")).isEqualTo("cancelled");
        assertThat(replays.find(wish.id()).orElseThrow())
                .extracting(ReplayWish::messages, ReplayWish::waiting, ReplayWish::taken)
                .containsExactly(3, 0, 3);
    }

    @Test
    void triesWhatMayPassAgainByItselfAndLeavesItToAPersonAfterTheLastWait() {
        for (int time = 0; time < 5; time++) {
            parking.park(slip("a", json(booking("1")), "new"), new IOException("reset"));
            assertThat(state()).isEqualTo("parked may-pass " + (time + 1) + " true");
        }

        parking.park(slip("a", json(booking("1")), "new"), new IOException("reset"));

        assertThat(state()).isEqualTo("parked poisoned 6 false");
    }

    @Test
    void parksWhatCannotPassAtOnceWithWhatWasMetAndExpected() {
        park("a", booking("1"), "new");

        assertThat(state()).isEqualTo("parked cannot-pass 1 false");
        assertThat(one("met || ' / ' || expected")).isEqualTo("room: 'X' / R1");
    }

    @Test
    void saysOfAFailureNothingThatTheDatabaseSaysOfARow() {
        parking.park(
                slip("a", "{}", "new"),
                new DataIntegrityViolationException("refused\n  Detail: (Lovelace)"));

        assertThat(one("reason")).isEqualTo("DataIntegrityViolationException: refused");
    }

    @Test
    void goesOnWithWhatAKilledInstanceHadInHandWhenItsLeaseIsOver() {
        park("a", booking("1"), "new");
        park("b", booking("1").changed().nights(0, 3), "modify");
        replays.wish(all(), "user:anna");
        List<Replay> lost = replays.due();
        assertThat(lost).hasSize(2);
        assertThat(replays.due()).isEmpty();

        hotel.jdbc
                .sql(
                        "update parked_messages set until = now() - interval '1 second' where account_id = ?")
                .param(hotel.account)
                .update();
        work();

        assertThat(revisions()).isEqualTo("new modify");
        lost.forEach(late -> ROUTES.sendBody("direct:inbox-replay", late));
        assertThat(revisions()).isEqualTo("new modify");
    }

    @Test
    void holdsALaterMessageOfABookingBackWhileAnEarlierOneWaits() {
        park("a", booking("1"), "new");
        park("b", booking("1").changed().nights(0, 3), "modify");
        long later = Long.parseLong(one("max(id)::text"));

        replays.wish(all().only(List.of(later)), "user:anna");
        work();
        assertThat(
                        hotel.jdbc
                                .sql("select count(*) from reservations where account_id = ?")
                                .param(hotel.account)
                                .query(Integer.class)
                                .single())
                .isZero();
        parking.discard(Long.parseLong(one("min(id)::text")), "user:anna", "a double");
        work();

        assertThat(revisions()).isEqualTo("modify");
    }

    @Test
    void settlesWhatWaitsWhenALaterMessageOfItsBookingIsTaken() {
        park("a", booking("1"), "new");

        send(json(booking("1").changed().nights(0, 3)));
        work();

        assertThat(one("state || ' ' || coalesce(body_sealed::text, 'empty')"))
                .isEqualTo("overtaken empty");
        assertThat(hotel.sold(4)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void letsNoNewBookingOvertakeItsCancellation() {
        park("a", cancellation("1"), "cancel");

        send(json(booking("1")));
        assertThat(one("state")).isEqualTo("parked");
        replays.wish(all(), "user:anna");
        work();

        assertThat(hotel.status("1")).isEqualTo("cancelled");
        assertThat(hotel.sold(2)).containsExactly(0, 0);
    }

    @Test
    void hasACancellationThatNamesNoHotelWaitForTheBookingThatDoes() {
        park("a", booking("1"), "new");
        var cancellation =
                json(cancellation("1")).replace("\"hotel\":\"" + hotel.remote + "\",", "");

        send(cancellation);
        assertThat(one("string_agg(family, ' ' order by id)")).isEqualTo("cannot-pass held");
        replays.wish(all().only(List.of(Long.parseLong(one("min(id)::text")))), "user:anna");
        work();

        assertThat(revisions()).isEqualTo("new cancel");
        assertThat(hotel.status("1")).isEqualTo("cancelled");
    }

    @Test
    void keepsWhatItIsSendingAgainHoweverLongThatTakes() {
        park("a", booking("1"), "new");
        replays.wish(all(), "user:anna");
        Replay slow = replays.due().get(0);
        ending();
        replays.renew();
        assertThat(left()).as("begun by nobody").isLessThan(10);

        assertThat(replays.begin(slow)).isTrue();
        ending();
        replays.renew();

        assertThat(left()).isGreaterThan(60);
        replays.finished(slow, true);
    }

    @Test
    void letsNothingOfNoAccountWaitForAnotherOfNone() {
        parking.park(nobodys("x"), WRONG);
        parking.park(nobodys("y"), WRONG);
        var both =
                hotel.jdbc
                        .sql(
                                "update parked_messages set next_try_at = now() where message_key like ? returning id, message_key")
                        .param("none-" + hotel.hotel + "/%")
                        .query((row, number) -> row.getLong(1))
                        .list();
        hotel.jdbc
                .sql(
                        "update parked_messages set owner = 'another', until = now() + interval '1 minute' where id = ?")
                .param(both.get(0))
                .update();

        assertThat(replays.due()).extracting(Replay::id).contains(both.get(1));

        both.forEach(id -> parking.discard(id, "user:anna", "a test"));
        hotel.jdbc
                .sql("delete from parked_messages where id = any (?)")
                .param(both.toArray(Long[]::new))
                .update();
    }

    @Test
    void forgetsWhoWantedWhatReplayedAfterAWhile() {
        park("a", booking("1"), "new");
        ReplayWish old = replays.wish(all(), "user:anna");
        ReplayWish late = replays.wish(all(), "user:anna");
        hotel.jdbc
                .sql("update inbox_replays set asked_at = now() - interval '91 days' where id = ?")
                .param(old.id())
                .update();

        assertThat(replays.purge()).isPositive();

        assertThat(replays.find(old.id())).isEmpty();
        assertThat(replays.find(late.id())).isPresent();
    }

    private ParkingSlip nobodys(String key) {
        return new ParkingSlip(
                "reservation-take",
                Kind.RESERVATION,
                "none-" + hotel.hotel + "/" + key,
                null,
                null,
                "{}");
    }

    private void ending() {
        hotel.jdbc
                .sql(
                        "update parked_messages set until = now() + interval '5 seconds' where account_id = ?")
                .param(hotel.account)
                .update();
    }

    private int left() {
        return Integer.parseInt(one("extract(epoch from until - now())::int::text"));
    }

    private InboxWish all() {
        return new InboxWish(
                List.of((long) hotel.hotel),
                null,
                null,
                "reservation",
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private void park(String key, Message message, String told) {
        parking.park(slip(key, json(message), told), WRONG);
    }

    private ParkingSlip slip(String key, String body, String told) {
        return new ParkingSlip(
                        "reservation-take",
                        Kind.RESERVATION,
                        hotel.account + "/" + key,
                        hotel.account,
                        hotel.remote,
                        body)
                .of("1", told);
    }

    private void work() {
        for (List<Replay> due = replays.due(); !due.isEmpty(); due = replays.due()) {
            due.forEach(replay -> ROUTES.sendBody("direct:inbox-replay", replay));
        }
    }

    private void send(String message) {
        ROUTES.request(
                "direct:reservation-take",
                exchange -> {
                    exchange.getMessage().setBody(message);
                    exchange.getMessage().setHeader("Serai-Account", hotel.account);
                });
    }

    private String state() {
        return one(
                "state || ' ' || family || ' ' || tries || ' ' || (next_try_at > now() is true)");
    }

    private String revisions() {
        return hotel.one(
                "select coalesce(string_agg(kind, ' ' order by id), '') from reservation_revisions where account_id = ?",
                hotel.account);
    }

    private String one(String what) {
        return hotel.one(
                "select " + what + " from parked_messages where account_id = ?", hotel.account);
    }

    private String json(Message message) {
        return ReservationJson.write(message.at(hotel.remote));
    }
}
