package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnCountTests {

    private final Instant now = Instant.now();
    private final TestHotel hotel = new TestHotel();

    @Test
    void lowersWhatTheChannelIsHeldToHaveWhenTheCountWasSentLongBeforeTheBooking() {
        hotel.told(5, 3, now.minusSeconds(600));

        hotel.take(booking("1").created(now.minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("4", "4", "5");
    }

    @Test
    void forgetsTheCountWhenOneWasSentAfterTheBooking() {
        hotel.told(5, 3, now.minusSeconds(10));

        hotel.take(booking("1").created(now.minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("?0", "?0", "5");
    }

    @Test
    void forgetsTheCountWhenOneWasSentSoShortlyBeforeTheBookingThatTheirOrderIsNotCertain() {
        hotel.told(5, 3, now.minusSeconds(70));

        hotel.take(booking("1").created(now.minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("?0", "?0", "5");
    }

    @Test
    void forgetsTheCountWhileOneIsOnItsWayAndKeepsItsAnswerFromSettlingIt() {
        hotel.told(5, 3, now.minusSeconds(600));
        hotel.jdbc
                .sql("update held_nights set unknown = 1, attempt_id = 8 where remote_id = ?")
                .param(hotel.remoteRoom)
                .update();

        hotel.take(booking("1").created(now.minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("?0", "?0", "?8");
    }

    @Test
    void forgetsTheCountWhenTheTimeOfBookingIsNotKnownOrNotYetCome() {
        hotel.told(5, 2, now.minusSeconds(7200));

        hotel.take(booking("1").nights(0, 1).created(null));
        hotel.take(booking("2").nights(1, 1).created(now.plusSeconds(3600)));

        assertThat(hotel.held()).containsExactly("?0", "?0");
    }

    @Test
    void forgetsTheCountOfTheNightsThatAChangeOrACancellationMayHaveMoved() {
        hotel.told(5, 4, now.minusSeconds(600));
        hotel.take(booking("1").nights(0, 2).created(now.minusSeconds(20)));

        hotel.take(booking("1").changed().nights(1, 2));
        assertThat(hotel.held()).containsExactly("?0", "?0", "?0", "5");

        hotel.take(cancellation("1"));
        assertThat(hotel.held()).containsExactly("?0", "?0", "?0", "5");
    }

    @Test
    void forgetsTheCountWhenAnAcknowledgedBookingComesAgainAsItWas() {
        hotel.told(5, 3, now.minusSeconds(600));
        hotel.take(booking("1").created(now.minusSeconds(20)));

        hotel.take(booking("1").changed());
        assertThat(hotel.held()).containsExactly("4", "4", "5");

        hotel.jdbc.sql("update reservation_revisions set acknowledged_at = now()").update();
        hotel.take(booking("1").changed());
        assertThat(hotel.held()).containsExactly("?0", "?0", "5");
    }

    @Test
    void keepsTheCountWhenTheVeryMessageComesAgain() {
        hotel.told(5, 3, now.minusSeconds(600));
        var told = booking("1").created(now.minusSeconds(20));
        var polled = new Delivery.Polled(hotel.claim("changed"));
        hotel.inbox.take(hotel.account, told.at(hotel.remote, now), polled);
        hotel.acknowledged("1");

        hotel.inbox.take(hotel.account, told.at(hotel.remote, now), polled);
        hotel.take(told, new Delivery.Pushed());

        assertThat(hotel.held()).containsExactly("4", "4", "5");
    }

    @Test
    void forgetsTheCountOfTheRoomsThatAnUnseenBookingsCancellationNamesAndHasThemLookedAt() {
        hotel.told(5, 3, now.minusSeconds(600));
        hotel.jdbc
                .sql("delete from marks where connection_id = ?")
                .param(hotel.connection)
                .update();

        hotel.take(booking("1").kind(IncomingReservation.Kind.CANCEL));

        assertThat(hotel.held()).containsExactly("?0", "?0", "5");
        assertThat(hotel.sold(2)).containsExactly(0, 0);
        assertThat(
                        hotel.one(
                                "select string_agg(nights::text, ' ') from marks where connection_id = ? and room_type_id = ?",
                                hotel.connection,
                                hotel.room))
                .isEqualTo("{[" + TestHotel.FIRST + "," + TestHotel.FIRST.plusDays(2) + ")}");
    }

    @Test
    void holdsNoChannelToLessThanNothing() {
        hotel.told(0, 2, now.minusSeconds(600));

        hotel.take(booking("1").created(now.minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("0", "0");
    }

    @Test
    void leavesOtherFieldsOfTheCellAsTheyAre() {
        hotel.told(5, 1, now.minusSeconds(600));
        hotel.jdbc
                .sql("update held_nights set unknown = 2 where remote_id = ?")
                .param(hotel.remoteRoom)
                .update();

        hotel.take(booking("1").nights(0, 1).created(now.minusSeconds(20)));

        assertThat(
                        hotel.one(
                                "select unknown || ' ' || rooms from held_nights where remote_id = ?",
                                hotel.remoteRoom))
                .isEqualTo("2 4");
    }

    @Test
    void marksEveryOpenConnectionOfTheHotelAndSaysWhoMovedTheStock() {
        hotel.jdbc
                .sql("delete from marks where connection_id = ?")
                .param(hotel.connection)
                .update();

        hotel.take(booking("77"));

        assertThat(
                        hotel.one(
                                "select count(*)::text from marks where connection_id = ?",
                                hotel.connection))
                .isEqualTo("1");
        assertThat(
                        hotel.one(
                                "select actor from audit where hotel_id = ? and subject = 'room_nights' order by id desc limit 1",
                                hotel.hotel))
                .isEqualTo("reservation:77");
    }
}
