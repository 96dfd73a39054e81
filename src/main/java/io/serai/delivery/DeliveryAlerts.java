package io.serai.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at once, in the log, by a counter and in the audit, what a person must look at; alerts are
 * raised from what is kept of it.
 */
@Component
class DeliveryAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAlerts.class);

    static final String COUNTER = "serai.delivery.alerts";

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    DeliveryAlerts(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
        // from 0 on: what comes for the first time is an increase, too
        List.of("stopped", "held", "dropped")
                .forEach(what -> meters.counter(COUNTER, "what", what));
    }

    /** The channel or somebody's mistake stopped a connection until a person acts. */
    void stopped(Connection connection, String words) {
        raise("stopped", connection, words);
    }

    /** A ladder of retries ended; the connection is probed hourly. */
    void held(Connection connection, int tries, String words) {
        raise("held", connection, "after " + tries + " tries: " + words);
    }

    /** A ladder of retries ended; the message is given up and waits for other values. */
    void dropped(Connection connection, long attempt, String words) {
        raise("dropped", connection, "attempt " + attempt + ": " + words);
        jdbc.sql("update attempts set given_up = true where id = ?").param(attempt).update();
    }

    private void raise(String what, Connection connection, String words) {
        LOG.atLevel(what.equals("dropped") ? Level.WARN : Level.ERROR)
                .log("connection {} is {}: {}", connection.id(), what, words);
        meters.counter(COUNTER, "what", what).increment();
        jdbc.sql(
                        """
                        insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                        """)
                .params(connection.hotel(), connection.id(), what)
                .update();
    }
}
