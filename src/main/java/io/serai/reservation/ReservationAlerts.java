package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at once, and in the audit, what a person must look at. */
@Component
public class ReservationAlerts {

    private static final Logger log = LoggerFactory.getLogger(ReservationAlerts.class);

    private static final String COUNTER = "serai.reservations.alerts";
    private static final String AUDIT =
            """
            insert into audit (hotel_id, subject, subject_id, act)
            select hotel_id, 'reservation', id, ? from reservations
            """;

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    ReservationAlerts(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
        // from 0 on: what comes for the first time is an increase, too
        List.of("oversold", "unmapped", "not-confirmed", "unconfirmed", "expired", "not-told")
                .forEach(what -> meters.counter(COUNTER, "what", what));
    }

    /** The guest is already promised a room: taken, though there is none left. */
    void oversold(KnownReservation known, HotelConnection connection) {
        raise("oversold", known, connection);
    }

    /** A room or a rate of it has no meaning here yet. */
    void unmapped(KnownReservation known, HotelConnection connection) {
        raise("unmapped", known, connection);
    }

    /**
     * The channel did not take our confirmation.
     *
     * @param ended it will never take one
     */
    void notConfirmed(long accountId, String number, String code, boolean ended) {
        log.warn(
                "Reservation {} of account {} is not confirmed: {} ({})",
                number,
                accountId,
                code,
                ended ? "for good" : "again when it comes");
        if (ended) {
            meters.counter(COUNTER, "what", "not-confirmed").increment();
            jdbc.sql(AUDIT + "where account_id = ? and number = ? and hotel_id is not null")
                    .params("not-confirmed", accountId, number)
                    .update();
        }
    }

    /**
     * Half of the time is over that its channel waits for our confirmation.
     *
     * @param left of the time
     */
    void unconfirmed(long reservationId, String number, Duration left) {
        log.warn(
                "Reservation {} is not confirmed and half of its time is over: it expires in {} minutes",
                number,
                left.toMinutes());
        note("unconfirmed", reservationId);
    }

    /** Its channel waits no longer for our confirmation. */
    void expired(long reservationId, String number) {
        log.error(
                "Reservation {} was not confirmed in time: its channel tells the hotel by e-mail",
                number);
        note("expired", reservationId);
    }

    /** Its channel took what the hotel asked for, and did not tell the same of it since. */
    public void notTold(long reservationId, String number, String action) {
        log.warn(
                "Reservation {}: its channel took '{}' and told nothing of it since",
                number,
                action);
        note("not-told", reservationId);
    }

    private void note(String what, long reservationId) {
        meters.counter(COUNTER, "what", what).increment();
        jdbc.sql(AUDIT + "where id = ? and hotel_id is not null")
                .params(what, reservationId)
                .update();
    }

    private void raise(String what, KnownReservation known, HotelConnection connection) {
        log.warn(
                "Reservation {} of hotel {} at connection {} is {}",
                known.number(),
                connection.hotelId(),
                connection.id(),
                what);
        meters.counter(COUNTER, "what", what).increment();
        jdbc.sql(
                        """
                        insert into audit (hotel_id, subject, subject_id, act, nights)
                        select ?, 'reservation', ?, ?, range_agg(daterange(night, night + 1))
                          from reservation_nights where reservation_id = ?
                        """)
                .params(connection.hotelId(), known.id(), what, known.id())
                .update();
    }
}
