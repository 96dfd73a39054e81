package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at once, and in the audit, what a person must look at. */
@Component
class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

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

    private void raise(String what, KnownReservation known, HotelConnection connection) {
        log.warn(
                "Reservation {} of hotel {} at connection {} is {}",
                known.number(),
                connection.hotelId(),
                connection.id(),
                what);
        meters.counter("serai.reservations.alarms", "what", what).increment();
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
