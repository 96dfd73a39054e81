package io.serai.channel.door;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.serai.channel.NotSent;
import io.serai.channel.wire.Call;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.SpanMarks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each call through the door, whatever became of it, and has it stand in the trace that
 * it is made in.
 */
final class CallRecords {

    private final CallLog log;
    private final Clock clock;
    private final Tracer tracer;

    CallRecords(CallLog log, Clock clock, Tracer tracer) {
        this.log = log;
        this.clock = clock;
        this.tracer = tracer;
    }

    Begun begin(Visit visit, ClassicHttpRequest request, long size) {
        return new Begun(visit, request.getMethod(), path(request), size, clock.instant());
    }

    private static String path(ClassicHttpRequest request) {
        String path = request.getPath();
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** A call that is under way. */
    final class Begun {

        private final Visit visit;
        private final String method;
        private final String path;
        private final long size;
        private final Instant at;
        private final String correlation;
        private final Correlation.During acting;
        private final Span span;
        private final Scope within;

        private Begun(Visit visit, String method, String path, long size, Instant at) {
            this.visit = visit;
            this.method = method;
            this.path = path;
            this.size = size;
            this.at = at;
            this.correlation =
                    visit.attempt() == null
                            ? Correlation.current()
                            : Correlation.ofAttempt(visit.attempt());
            this.acting = Correlation.during(correlation);
            this.span = span(visit, path);
            this.within = span.makeCurrent();
        }

        private Span span(Visit visit, String path) {
            Span begun =
                    tracer.spanBuilder("call " + visit.call())
                            .setAttribute("serai.call", visit.call())
                            .setAttribute("url.path", path)
                            .setAttribute(SpanMarks.ACCOUNT, visit.account())
                            .startSpan();
            if (visit.connection() != null) {
                begun.setAttribute(SpanMarks.CONNECTION, visit.connection());
            }
            if (visit.attempt() != null) {
                begun.setAttribute(SpanMarks.ATTEMPT, visit.attempt());
            }
            return begun;
        }

        void ended(Reply reply) {
            end(reply.outcome());
            record(reply.status(), reply.outcome(), reply.reference(), reply.size());
        }

        void failed(Exception failed) {
            String outcome = failed instanceof NotSent ? "not sent" : "no answer";
            span.setStatus(StatusCode.ERROR);
            end(outcome);
            record(null, outcome, null, 0);
        }

        private void end(String outcome) {
            span.setAttribute("serai.outcome", outcome);
            within.close();
            span.end();
            acting.close();
        }

        private void record(
                @Nullable Integer status,
                String outcome,
                @Nullable String reference,
                long answerSize) {
            log.record(
                    new Call(
                            at,
                            Call.Kind.CALL,
                            Correlation.who(),
                            correlation,
                            new Call.About(
                                    visit.account(), null, visit.connection(), visit.attempt()),
                            visit.call(),
                            method,
                            path,
                            status,
                            outcome,
                            reference,
                            size,
                            answerSize,
                            Duration.between(at, clock.instant())));
        }
    }
}
