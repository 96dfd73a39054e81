package io.serai.console.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingRowsTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final RunningSerai serai = RunningSerai.shared();
    private final SampleHotel hotel = SampleHotel.another(serai.database());

    @Test
    void saysUntilWhenABookingHasToBeConfirmedAndThatItExpired() {
        var soon = Instant.now().plus(20, ChronoUnit.MINUTES);
        var past = Instant.now().minus(20, ChronoUnit.MINUTES);
        book("1", soon, false);
        book("2", past, false);
        book("3", soon, true);
        book("4", null, false);

        var bookings =
                serai.part(BookingRows.class)
                        .read(
                                serai.sql(),
                                new Hotel(hotel.id(), "Casa", LISBON, "EUR", 500),
                                ids());

        assertThat(bookings)
                .extracting(BookingRow::number, BookingRow::confirmBy)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "1",
                                "to be confirmed by "
                                        + Times.minute(soon, LISBON)
                                        + " (19 min left)"),
                        org.assertj.core.groups.Tuple.tuple(
                                "2",
                                "expired "
                                        + Times.minute(past, LISBON)
                                        + ", not confirmed: the channel tells it by e-mail"),
                        org.assertj.core.groups.Tuple.tuple("3", ""),
                        org.assertj.core.groups.Tuple.tuple("4", ""));
    }

    @Test
    void namesABookingThatTheHotelTookItselfDirect() {
        serai.sql()
                .sql(
                        "insert into reservations (hotel_id, provider, number, status) values (?, 'direct', 'D-1', 'booked')")
                .param(hotel.id())
                .update();

        var bookings =
                serai.part(BookingRows.class)
                        .read(
                                serai.sql(),
                                new Hotel(hotel.id(), "Casa", LISBON, "EUR", 500),
                                ids());

        assertThat(bookings).extracting(BookingRow::channel).containsExactly("Direct");
    }

    private List<Long> ids() {
        return serai.sql()
                .sql("select id from reservations where hotel_id = ?")
                .param(hotel.id())
                .query(Long.class)
                .list();
    }

    private void book(String number, Instant expires, boolean thanked) {
        serai.sql()
                .sql(
                        """
                        with r as (insert into reservations (hotel_id, account_id, connection_id, provider, number, status, revision)
                                   values (:hotel, :account, :connection, 'inn', :number, 'booked', 1) returning id)
                        insert into reservation_revisions (hotel_id, account_id, reservation_id, number, revision, kind, content_hash, body_sealed, expires_at, acknowledged_at)
                        select :hotel, :account, id, :number, 1, 'new', cast(:number as bytea), '', cast(:expires as timestamptz), case when :thanked then now() end from r
                        """)
                .param("hotel", hotel.id())
                .param("account", hotel.account())
                .param("connection", hotel.connection())
                .param("number", number)
                .param("expires", expires == null ? null : expires.toString())
                .param("thanked", thanked)
                .update();
    }
}
