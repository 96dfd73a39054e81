package io.serai.trace;

import io.opentelemetry.api.trace.Tracer;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has each route that something goes through stand in its trace, under its name. Routes that do no
 * more than look whether there is work have no place there: those that ask a clock, and those that
 * they wake.
 */
final class RouteSpans implements RoutePolicyFactory {

    private static final Set<String> CLOCKS = Set.of("quartz", "timer");
    private static final Set<String> HANDED_OVER = Set.of("seda", "job");

    private final Tracer tracer;

    RouteSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(
            CamelContext camel, String route, NamedNode definition) {
        String from = ((RouteDefinition) definition).getInput().getEndpointUri();
        String scheme = from.split(":", 2)[0];
        return CLOCKS.contains(scheme) || route.endsWith("-due") || route.endsWith("-wake")
                ? null
                : new RouteSpan(tracer, HANDED_OVER.contains(scheme));
    }
}
