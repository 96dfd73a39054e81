package io.serai.delivery.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.serai.delivery.ParkingSlip.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who watches how many messages of each kind are parked now, and since when the oldest. */
@Component
class InboxMetrics implements MeterBinder {

    private final JdbcClient jdbc;

    InboxMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            Gauge.builder("serai.parked.now", () -> ask("count(*)", kind))
                    .description("Messages that are parked")
                    .tag("kind", kind.stored())
                    .register(meters);
            Gauge.builder(
                            "serai.parked.oldest",
                            () ->
                                    ask(
                                            "coalesce(extract(epoch from now() - min(first_at)), 0)",
                                            kind))
                    .description("How long the oldest of them is parked")
                    .baseUnit("seconds")
                    .tag("kind", kind.stored())
                    .register(meters);
        }
    }

    private double ask(String what, Kind kind) {
        return jdbc.sql(
                        "select "
                                + what
                                + " from parked_messages where state = 'parked' and kind = ?")
                .param(kind.stored())
                .query(Double.class)
                .single();
    }
}
