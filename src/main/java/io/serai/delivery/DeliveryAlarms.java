package io.serai.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at once, in the log, by a counter and in the audit, what a person must look at; alerts are
 * raised from what is kept of it.
 */
@Component
class DeliveryAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAlarms.class);

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    DeliveryAlarms(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
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
        LOG.error("connection {} is {}: {}", connection.id(), what, words);
        meters.counter("serai.delivery.alarms", "what", what).increment();
        jdbc.sql(
                        """
                        insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                        """)
                .params(connection.hotel(), connection.id(), what)
                .update();
    }
}
