package io.serai.delivery.inbox;

import io.serai.delivery.Parking;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the body of a parked message for somebody who may look into it, and writes down who did.
 */
@Component
public class OpenedBodies {

    private final Parking parking;
    private final JdbcClient jdbc;

    OpenedBodies(Parking parking, JdbcClient jdbc) {
        this.parking = parking;
        this.jdbc = jdbc;
    }

    /** The body with what may be about people masked; empty where there is none any more. */
    @Transactional
    public Optional<String> open(InboxMessage message, String actor) {
        if (!message.hasBody()) {
            return Optional.empty();
        }
        jdbc.sql(
                        """
                        insert into audit (actor, hotel_id, subject, subject_id, act) values (?, ?, 'parked_messages', ?, 'open')
                        """)
                .params(actor, message.hotel(), message.id())
                .update();
        return Optional.of(MaskedBody.of(parking.open(message.id()).body()));
    }
}
