package io.serai.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.springframework.stereotype.Component;

/** Counts what failed of work that comes again by itself, by the route that it failed in. */
@Component("workFailures")
public class WorkFailures {

    private final MeterRegistry meters;

    WorkFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One more. */
    public void count(Exchange exchange) {
        meters.counter("serai.flow.failures", "route", ExchangeHelper.getRouteId(exchange))
                .increment();
    }
}
