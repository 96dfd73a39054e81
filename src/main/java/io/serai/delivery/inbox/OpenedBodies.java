package io.serai.delivery.inbox;

import io.serai.channel.webhook.KeptBodies;
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

    private static final String WEBHOOK = "webhook";

    private final Parking parking;
    private final KeptBodies calls;
    private final JdbcClient jdbc;

    OpenedBodies(Parking parking, KeptBodies calls, JdbcClient jdbc) {
        this.parking = parking;
        this.calls = calls;
        this.jdbc = jdbc;
    }

    /**
     * The body with what may be about people masked, that of a webhook call where it is kept; empty
     * where there is none any more.
     */
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
        String body = parking.open(message.id()).body();
        return (message.kind().equals(WEBHOOK) ? said(body) : Optional.of(body))
                .map(MaskedBody::of);
    }

    /** A webhook call is parked under its number alone. */
    private Optional<String> said(String call) {
        return calls.text(Long.parseLong(call));
    }
}
