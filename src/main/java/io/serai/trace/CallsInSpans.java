package io.serai.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.serai.channel.wire.AtTheEnd;
import io.serai.channel.wire.Call.About;
import io.serai.channel.wire.CallsIn;
import io.serai.channel.wire.SpanMarks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Begins a trace, or goes on with its caller's, for each call to the API and to webhooks. Of a
 * caller's {@code traceparent} the two ids are believed and nothing else.
 */
final class CallsInSpans extends OncePerRequestFilter {

    private static final String PARENT = "traceparent";

    private final Tracer tracer;

    CallsInSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span =
                tracer.spanBuilder(request.getMethod())
                        .setSpanKind(SpanKind.SERVER)
                        .setParent(caller(request))
                        .setAttribute("http.request.method", request.getMethod())
                        .startSpan();
        mark(span, CallsIn.about(request));
        try (Scope within = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            AtTheEnd.of(request, () -> end(span, request, response));
        }
    }

    private static Context caller(HttpServletRequest request) {
        Context named =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), request, new ParentAlone());
        SpanContext parent = Span.fromContext(named).getSpanContext();
        return parent.isValid()
                ? Context.root()
                        .with(
                                Span.wrap(
                                        SpanContext.createFromRemoteParent(
                                                parent.getTraceId(),
                                                parent.getSpanId(),
                                                parent.getTraceFlags(),
                                                TraceState.getDefault())))
                : Context.root();
    }

    private static void mark(Span span, About about) {
        if (about.account() != null) {
            span.setAttribute(SpanMarks.ACCOUNT, about.account());
        }
        if (about.hotel() != null) {
            span.setAttribute(SpanMarks.HOTEL, about.hotel());
        }
        if (about.connection() != null) {
            span.setAttribute(SpanMarks.CONNECTION, about.connection());
        }
    }

    private static void end(Span span, HttpServletRequest request, HttpServletResponse response) {
        String name = CallsIn.name(request);
        span.updateName(Objects.requireNonNullElse(name, "unknown"));
        mark(span, CallsIn.about(request));
        span.setAttribute("http.response.status_code", (long) response.getStatus());
        if (response.getStatus() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static final class ParentAlone implements TextMapGetter<HttpServletRequest> {

        @Override
        public Iterable<String> keys(HttpServletRequest carrier) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest carrier, String key) {
            return carrier != null && key.equals(PARENT) ? carrier.getHeader(key) : null;
        }
    }
}
