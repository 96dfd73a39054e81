package io.serai.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.serai.channel.DoorHeaders;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.SpanMarks;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * The span of a route, one each time that something goes through it. Below it is what the route
 * calls, also where an exchange goes on with other threads; what is handed over to others begins a
 * trace of its own.
 */
final class RouteSpan extends RoutePolicySupport {

    private static final String HERE = "serai.span";

    private final Tracer tracer;
    private final boolean begins;

    /**
     * @param begins whether what comes is a beginning
     */
    RouteSpan(Tracer tracer, boolean begins) {
        this.tracer = tracer;
        this.begins = begins;
    }

    /** A span that is under way, and the one above it. */
    private record Way(
            RouteSpan of,
            Exchange exchange,
            @Nullable Way above,
            Context context,
            String correlation,
            Correlation.During acting,
            Scope within) {}

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        Way above = begins ? null : exchange.getProperty(HERE, Way.class);
        Context parent = parent(above);
        if (!Span.fromContext(parent).getSpanContext().isValid() && isLooking(exchange)) {
            return;
        }
        Long attempt = number(exchange, DoorHeaders.ATTEMPT);
        String correlation = correlation(above, attempt);
        Correlation.During acting = Correlation.during(correlation);
        SpanBuilder builder =
                tracer.spanBuilder(route.getRouteId())
                        .setParent(parent)
                        .setAttribute("serai.route", route.getRouteId())
                        .setAttribute(
                                "serai.step", exchange.getExchangeExtension().getHistoryNodeId());
        mark(builder, SpanMarks.ATTEMPT, attempt);
        mark(builder, SpanMarks.CONNECTION, number(exchange, DoorHeaders.CONNECTION));
        mark(builder, SpanMarks.ACCOUNT, number(exchange, DoorHeaders.ACCOUNT));
        Context here = parent.with(builder.startSpan());
        exchange.setProperty(
                HERE,
                new Way(this, exchange, above, here, correlation, acting, here.makeCurrent()));
    }

    private Context parent(@Nullable Way above) {
        if (begins) {
            return Context.root();
        }
        return above == null ? Context.current() : above.context();
    }

    private String correlation(@Nullable Way above, @Nullable Long attempt) {
        if (attempt != null) {
            return Correlation.ofAttempt(attempt);
        }
        if (begins) {
            return Correlation.of(null);
        }
        return above == null ? Correlation.current() : above.correlation();
    }

    /** Whether a clock looks for work here, and has not found any yet. */
    private static boolean isLooking(Exchange exchange) {
        return exchange.getFromEndpoint() instanceof QuartzEndpoint
                && exchange.getProperty(Exchange.SPLIT_INDEX) == null;
    }

    private static void mark(SpanBuilder span, AttributeKey<Long> mark, @Nullable Long value) {
        if (value != null) {
            span.setAttribute(mark, value);
        }
    }

    private static @Nullable Long number(Exchange exchange, String header) {
        Object value = exchange.getMessage().getHeader(header);
        return value != null && value.toString().matches("[0-9]{1,18}")
                ? Long.valueOf(value.toString())
                : null;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        Way here = exchange.getProperty(HERE, Way.class);
        if (here == null || here.of() != this || here.exchange() != exchange) {
            return;
        }
        Span span = Span.fromContext(here.context());
        Exception failed = exchange.getException();
        if (failed != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failed.getClass().getName());
        }
        here.within().close();
        span.end();
        here.acting().close();
        exchange.setProperty(HERE, here.above());
    }
}
