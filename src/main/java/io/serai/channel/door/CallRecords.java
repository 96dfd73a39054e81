package io.serai.channel.door;

import io.serai.channel.NotSent;
import io.serai.channel.wire.Call;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Correlation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Remembers each call through the door, whatever became of it. */
final class CallRecords {

    private final CallLog log;
    private final Clock clock;

    CallRecords(CallLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
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

        private Begun(Visit visit, String method, String path, long size, Instant at) {
            this.visit = visit;
            this.method = method;
            this.path = path;
            this.size = size;
            this.at = at;
        }

        void ended(Reply reply) {
            record(reply.status(), reply.outcome(), reply.reference(), reply.size());
        }

        void failed(Exception failed) {
            record(null, failed instanceof NotSent ? "not sent" : "no answer", null, 0);
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
                            visit.attempt() == null
                                    ? Correlation.current()
                                    : "attempt-" + visit.attempt(),
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
