package io.serai.reservation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who watches how long reservations wait for their confirmation, over all instances and by
 * the database's clock.
 */
@Component
class ExpiryMetrics {

    private static final String WAITING =
            """
              from reservation_revisions v join reservations r on r.id = v.reservation_id and r.revision = v.revision
             where v.expires_at is not null and v.acknowledged_at is null and v.confirm_ended_at is null and not r.is_rejected
            """;

    private final JdbcClient jdbc;

    ExpiryMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("serai.reservations.unconfirmed.age", this, ExpiryMetrics::oldest)
                .description("How long the oldest reservation waits for its confirmation; 0: none")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("serai.reservations.deadline", this, ExpiryMetrics::nearest)
                .description(
                        "Until a channel gives up on a reservation next; below 0 since it did; not a number: none waits")
                .baseUnit("seconds")
                .register(meters);
    }

    double oldest() {
        return seconds(
                "select coalesce(extract(epoch from now() - min(coalesce(v.changed_at, v.received_at))), 0)::float8");
    }

    double nearest() {
        return seconds(
                "select coalesce(extract(epoch from min(v.expires_at) - now()), 'NaN')::float8");
    }

    private double seconds(String what) {
        return jdbc.sql(what + WAITING).query(Double.class).single();
    }
}
