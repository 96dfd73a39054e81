package io.serai.reservation;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happens to the rows of a hotel's own bookings and to no others. */
@Repository
class DirectRows {

    private final JdbcClient jdbc;

    DirectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes one of a hotel's own known, under a number that was not used yet. */
    KnownReservation add(int hotelId) {
        return jdbc.sql(
                        """
                        insert into reservations (hotel_id, provider, number, status)
                        values (?, 'direct', 'D-' || nextval('direct_booking_numbers'), 'booked')
                        returning id, number, hotel_id, connection_id, status, revision, is_rejected, person_key, erased_at is not null as is_erased
                        """)
                .param(hotelId)
                .query(KnownReservation.class)
                .single();
    }

    /** Writes down who did it, and has what follows in this transaction be the booking's doing. */
    void actAs(KnownReservation known, String act) {
        jdbc.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'reservation', ?, ?)")
                .params(known.hotelId(), known.id(), act)
                .update();
        jdbc.sql("select set_config('serai.actor', 'reservation:' || ?, true)")
                .param(known.number())
                .query(String.class)
                .single();
    }

    /** The guest did not come. */
    void noShow(long id) {
        jdbc.sql("update reservations set status = 'no-show', revision = revision + 1 where id = ?")
                .param(id)
                .update();
    }

    /** The hotel confirmed it; the first time counts. */
    void confirm(long id) {
        jdbc.sql(
                        """
                        update reservations set confirmed_at = coalesce(confirmed_at, now()), revision = revision + 1 where id = ?
                        """)
                .param(id)
                .update();
    }

    /** The number under which the hotel's own system keeps it; null: as it was. */
    void number(long id, @Nullable String hotelNumber) {
        if (hotelNumber != null) {
            jdbc.sql("update reservations set hotel_number = ? where id = ?")
                    .params(hotelNumber, id)
                    .update();
        }
    }
}
