package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static io.serai.reservation.Message.room;
import static io.serai.reservation.Receipt.CANCELLED;
import static io.serai.reservation.Receipt.OPENED;
import static io.serai.reservation.Receipt.OUTDATED;
import static io.serai.reservation.Receipt.REJECTED;
import static io.serai.reservation.Receipt.REPEATED;
import static io.serai.reservation.Receipt.REVISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.vault.CardVault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationInboxTests {

    private final TestHotel hotel = new TestHotel();

    @Test
    void opensABookingAndCountsItsNights() {
        var receipt = hotel.take(booking("1").nights(1, 2));

        assertThat(receipt).isEqualTo(OPENED);
        assertThat(hotel.status("1")).isEqualTo("booked");
        assertThat(hotel.sold(4)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void changesNothingWhenAChannelRepeatsItself() {
        hotel.take(booking("1").reference("first").created(Instant.now().minusSeconds(90)));

        var receipt = hotel.take(booking("1").reference("second"));

        assertThat(receipt).isEqualTo(REPEATED);
        assertThat(hotel.revisions("1")).isEqualTo(1);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    @Test
    void replacesTheBookingByWhatAChangeSays() {
        hotel.take(booking("1").rooms(room("1", "R1", "P1", 0, 2), room("2", "R1", "P1", 0, 3)));

        var receipt = hotel.take(booking("1").changed().rooms(room("2", "R1", "P1", 1, 3)));

        assertThat(receipt).isEqualTo(REVISED);
        assertThat(hotel.sold(5)).containsExactly(0, 1, 1, 1, 0);
        assertThat(
                        hotel.one(
                                "select string_agg(room_index, ',') from reservation_rooms m join reservations r on r.id = m.reservation_id where r.account_id = ?",
                                hotel.account))
                .isEqualTo("2");
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void freesTheNightsOfACancelledBookingAndKeepsWhatItWas() {
        hotel.take(booking("1"));

        var receipt = hotel.take(cancellation("1"));

        assertThat(receipt).isEqualTo(CANCELLED);
        assertThat(hotel.sold(2)).containsExactly(0, 0);
        assertThat(
                        hotel.one(
                                "select status || arrival from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("cancelled" + TestHotel.FIRST);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void countsWhatCancelledBookingsWouldHaveBeenAlikeWhateverTheirCancellationsName() {
        List.of("1", "2", "3").forEach(number -> hotel.take(booking(number)));

        hotel.take(cancellation("1").total("0.00"));
        hotel.take(cancellation("2").total("30.00"));
        hotel.take(cancellation("3").total(null));

        assertThat(
                        hotel.one(
                                """
                                select string_agg(b.state || ' ' || (select sum(price)::integer from unnest(b.night_revenue) price), ', ')
                                  from report_bookings b join reservations r on r.id = b.reservation_id where r.account_id = ?
                                """,
                                hotel.account))
                .isEqualTo("cancelled 100, cancelled 100, cancelled 100");
    }

    @Test
    void keepsABookingCancelledThatComesAfterItsCancellation() {
        assertThat(hotel.take(cancellation("1"))).isEqualTo(CANCELLED);

        var receipt = hotel.take(booking("1"));

        assertThat(receipt).isEqualTo(OUTDATED);
        assertThat(hotel.status("1")).isEqualTo("cancelled");
        assertThat(hotel.sold(2)).containsExactly(0, 0);
    }

    @Test
    void takesWhatWasChangedBeforeItWasAcknowledgedByItsContent() {
        hotel.take(booking("1"));

        var receipt = hotel.take(booking("1").nights(0, 3));

        assertThat(receipt).isEqualTo(REVISED);
        assertThat(hotel.take(booking("1").nights(0, 3).changed())).isEqualTo(REPEATED);
        assertThat(hotel.sold(4)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void takesABookingThatIsChangedBackToWhatItWas() {
        hotel.take(booking("1"));
        hotel.acknowledged("1");
        hotel.take(booking("1").changed().nights(0, 3));
        hotel.acknowledged("1");

        var receipt = hotel.take(booking("1").changed());

        assertThat(receipt).isEqualTo(REVISED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
        assertThat(
                        hotel.one(
                                "select string_agg(turn::text, ',' order by revision) from reservation_revisions where account_id = ?",
                                hotel.account))
                .isEqualTo("0,0,1");
    }

    @Test
    void takesItBackAlsoWhenTheWordOfThanksWasLostEachTime() {
        hotel.take(booking("1"));
        hotel.take(booking("1").nights(0, 3));

        var receipt = hotel.take(booking("1"));

        assertThat(receipt).isEqualTo(REVISED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    @Test
    void letsNoRepetitionThatWasOvertakenUndoTheNewer() {
        var pushed = new Delivery.Pushed();
        hotel.take(booking("1"), pushed);
        hotel.take(booking("1").changed().nights(0, 3), pushed);

        assertThat(hotel.take(booking("1"), pushed)).isEqualTo(OUTDATED);
        assertThat(hotel.take(booking("1").changed(), pushed)).isEqualTo(OUTDATED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 1);
    }

    @Test
    void letsNoLateRetryOfAnAnsweredPushReviveWhatWasCancelledSince() {
        var pushed = new Delivery.Pushed();
        hotel.take(booking("1").reference("1"), pushed);
        hotel.take(booking("1").changed().nights(0, 3).reference("2"), pushed);
        hotel.take(cancellation("1").reference("3"), pushed);
        hotel.acknowledged("1");

        var late = hotel.take(booking("1").changed().nights(0, 3).reference("2"), pushed);

        assertThat(late).isEqualTo(OUTDATED);
        assertThat(hotel.status("1")).isEqualTo("cancelled");
        assertThat(hotel.sold(3)).containsExactly(0, 0, 0);
    }

    @Test
    void takesAPushThatChangesABookingBackUnderAReferenceOfItsOwn() {
        var pushed = new Delivery.Pushed();
        hotel.take(booking("1").changed().reference("1"), pushed);
        hotel.take(booking("1").changed().nights(0, 3).reference("2"), pushed);
        hotel.acknowledged("1");

        var receipt = hotel.take(booking("1").changed().reference("3"), pushed);

        assertThat(receipt).isEqualTo(REVISED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    @Test
    void letsNoReplayUndoWhatWasTakenSince() {
        var parkedAt = Instant.now().minusSeconds(60);
        hotel.take(booking("1").nights(0, 3));

        var receipt = hotel.take(booking("1"), new Delivery.Replayed(parkedAt));

        assertThat(receipt).isEqualTo(OUTDATED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 1);
    }

    @Test
    void keepsTheCardThatALaterDeliveryNoLongerHas() {
        var token = card("4111111111111111");
        hotel.take(booking("1").card(token));

        hotel.take(booking("1"));
        hotel.take(
                booking("1")
                        .changed()
                        .nights(0, 1)
                        .payment(
                                Payment.of(
                                        Payment.Collector.UNKNOWN, Payment.Method.UNKNOWN, null)));

        assertThat(
                        hotel.one(
                                "select card_token || ' ' || collected_by || ' ' || method from ota_payments where hotel_id = ?",
                                hotel.hotel))
                .isEqualTo(token + " hotel guest-card");
        assertThat(hotel.one("select count(*)::text from card_faces where token = ?", token))
                .isEqualTo("1");
    }

    @Test
    void takesTheCardAwayOnceAChangeSaysThatSomethingElsePays() {
        hotel.take(booking("1").card(card("4111111111111111")));

        hotel.take(booking("1").changed().nights(0, 1).payment(by(Payment.Method.UNKNOWN)));
        assertThat(payment()).isEqualTo("guest-card 1111");
        hotel.take(booking("1").changed().nights(0, 1).payment(by(Payment.Method.BANK_TRANSFER)));
        assertThat(payment()).isEqualTo("bank-transfer no card");
        hotel.take(booking("1").changed().card(card("4111111111111111")));
        hotel.take(cancellation("1").payment(by(Payment.Method.NONE)));

        assertThat(payment()).isEqualTo("guest-card 1111");
    }

    private static Payment by(Payment.Method method) {
        return Payment.of(Payment.Collector.CHANNEL, method, null);
    }

    private String payment() {
        return hotel.one(
                "select method || ' ' || coalesce(card_last4, 'no card') from ota_payments where hotel_id = ?",
                hotel.hotel);
    }

    @Test
    void takesTheCardThatOnlyARepetitionBrings() {
        hotel.take(booking("1"));
        var token = card("5555555555554444");

        var receipt = hotel.take(booking("1").card(token));

        assertThat(receipt).isEqualTo(REPEATED);
        assertThat(hotel.one("select card_last4 from ota_payments where hotel_id = ?", hotel.hotel))
                .isEqualTo("4444");
    }

    @Test
    void flagsAnOversellAndTakesItAllTheSame() {
        hotel.jdbc
                .sql("update room_nights set offered = 1 where room_type_id = ?")
                .param(hotel.room)
                .update();
        hotel.take(booking("1"));

        var receipt = hotel.take(booking("2").nights(1, 1));

        assertThat(receipt).isEqualTo(OPENED);
        assertThat(hotel.sold(3)).containsExactly(1, 2, 0);
        assertThat(
                        hotel.one(
                                "select string_agg(number, ',') from reservations where is_oversold and account_id = ?",
                                hotel.account))
                .isEqualTo("2");
        assertThat(
                        hotel.one(
                                "select actor || ' ' || act from audit where hotel_id = ? and subject = 'reservation'",
                                hotel.hotel))
                .isEqualTo("reservation:2 oversold");
    }

    @Test
    void countsANightThatWasNeverOffered() {
        hotel.take(booking("1").nights(TestHotel.NIGHTS - 1, 2));

        assertThat(
                        hotel.one(
                                "select offered || ' ' || sold from room_nights where room_type_id = ? order by night desc limit 1",
                                hotel.room))
                .isEqualTo("0 1");
        assertThat(
                        hotel.one(
                                "select is_oversold::text from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("true");
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void rejectsWhatNoConnectionLeadsToAndOpensItOnceOneDoes() {
        var stranger = booking("1").at("999999" + hotel.remote);
        assertThat(hotel.inbox.take(hotel.account, stranger, new Delivery.Pushed()))
                .isEqualTo(REJECTED);
        assertThat(hotel.inbox.take(hotel.account, stranger, new Delivery.Pushed()))
                .isEqualTo(REJECTED);
        assertThat(
                        hotel.one(
                                "select is_rejected || ' ' || coalesce(hotel_id::text, 'nobody''s') from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("true nobody's");

        hotel.jdbc
                .sql(
                        "update third_party_integrations set configuration = jsonb_build_object('hotel_id', cast(? as text)) where id = ?")
                .params("999999" + hotel.remote, hotel.connection)
                .update();
        var receipt = hotel.inbox.take(hotel.account, stranger, new Delivery.Pushed());

        assertThat(receipt).isEqualTo(OPENED);
        assertThat(hotel.sold(2)).containsExactly(1, 1);
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservation_revisions where account_id = ? and hotel_id is null",
                                hotel.account))
                .isEqualTo("0");
    }

    @Test
    void takesForAPausedConnection() {
        hotel.jdbc
                .sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection)
                .update();

        assertThat(hotel.take(booking("1"))).isEqualTo(OPENED);
        assertThat(hotel.sold(1)).containsExactly(1);
    }

    @Test
    void countsAnUnknownRateInItsRoomAndAnUnknownRoomWhereTheConnectionSays() {
        var spare = hotel.roomType("spare", 2);
        hotel.jdbc
                .sql(
                        "update third_party_integrations set configuration = configuration || '{\"unknown_room_type\": \"spare\"}' where id = ?")
                .param(hotel.connection)
                .update();

        hotel.take(booking("1").rooms(room("1", "R1", "P9", 0, 1), room("2", "R9", "P9", 0, 2)));

        assertThat(hotel.sold(2)).containsExactly(1, 0);
        assertThat(hotel.sold(spare, 2)).containsExactly(1, 1);
        assertThat(
                        hotel.one(
                                "select is_unmapped::text from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("true");
    }

    @Test
    void countsAgainWhenTheMappingIsCompleted() {
        hotel.take(booking("1").rooms(room("1", "R9", "P9", 0, 2)));
        assertThat(hotel.sold(2)).containsExactly(0, 0);
        var other = hotel.roomType("single", 2);
        hotel.map("R9", null, other, null);

        hotel.inbox.reapply(
                Long.parseLong(
                        hotel.one(
                                "select id::text from reservations where account_id = ?",
                                hotel.account)));

        assertThat(hotel.sold(other, 3)).containsExactly(1, 1, 0);
        assertThat(hotel.stockDifferences()).isEmpty();
        assertThat(
                        hotel.one(
                                "select is_unmapped::text from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("true");
    }

    @Test
    void takesNothingFromAnAnswerWhoseQueueWasTakenOver() {
        hotel.jdbc
                .sql("update channel_polls set fence = 2 where account_id = ?")
                .param(hotel.account)
                .update();

        assertThatThrownBy(() -> hotel.take(booking("1"))).isInstanceOf(PollLost.class);

        assertThat(
                        hotel.one(
                                "select count(*)::text from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("0");
    }

    @Test
    void keepsNoNameInTheClear() {
        hotel.take(booking("1"));

        var rows =
                hotel.one(
                        "select r::text || m::text || g::text || v::text from reservations r join reservation_rooms m on m.reservation_id = r.id join guests g on g.reservation_id = r.id join reservation_revisions v on v.reservation_id = r.id where r.account_id = ? limit 1",
                        hotel.account);

        assertThat(rows)
                .doesNotContainIgnoringCase("lovelace")
                .doesNotContainIgnoringCase("4c6f76656c616365");
        var people = TestSerai.bean(People.class);
        assertThat(
                        hotel.jdbc
                                .sql(
                                        "select number from reservations where hotel_id = ? and booker_hash = ? and email_hash = ?")
                                .params(
                                        hotel.hotel,
                                        people.nameHash(" ADA  lovelace"),
                                        people.emailHash("ada@example.ORG"))
                                .query(String.class)
                                .list())
                .containsExactly("1");
        assertThat(
                        hotel.jdbc
                                .sql(
                                        "select person_key, booker_sealed from reservations where account_id = ?")
                                .param(hotel.account)
                                .query(
                                        (row, n) ->
                                                people.openBooker(row.getBytes(1), row.getBytes(2))
                                                        .surname())
                                .single())
                .isEqualTo("Lovelace");
    }

    private String card(String number) {
        return TestSerai.bean(CardVault.class)
                .put(hotel.account, Map.of("CardNumber", number))
                .token()
                .orElseThrow()
                .value();
    }
}
