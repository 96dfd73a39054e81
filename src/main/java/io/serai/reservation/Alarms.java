package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at once, and in the audit, what a person must look at. */
@Component
public class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private static final String COUNTER = "serai.reservations.alarms";
    private static final String AUDIT =
            """
            insert into audit (hotel_id, subject, subject_id, act)
            select hotel_id, 'reservation', id, ? from reservations
            """;

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    Alarms(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
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

    /** Waits for its confirmation for longer than it should. */
    void unconfirmed(long reservationId, String number, Duration age) {
        log.warn(
                "Reservation {} is not confirmed for {} minutes: it expires",
                number,
                age.toMinutes());
        meters.counter(COUNTER, "what", "unconfirmed").increment();
        jdbc.sql(AUDIT + "where id = ? and hotel_id is not null")
                .params("unconfirmed", reservationId)
                .update();
    }

    /** Its channel took what the hotel asked for, and did not tell the same of it since. */
    public void notTold(long reservationId, String number, String action) {
        log.warn(
                "Reservation {}: its channel took '{}' and told nothing of it since",
                number,
                action);
        meters.counter(COUNTER, "what", "not-told").increment();
        jdbc.sql(AUDIT + "where id = ? and hotel_id is not null")
                .params("not-told", reservationId)
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
