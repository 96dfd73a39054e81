package io.serai.channel.wire;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.wire.Call.About;
import io.serai.channel.wire.Call.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers each call to the API and to webhooks, whatever became of it, and tells its caller by
 * what it is known. Calls of strangers that were refused are remembered so many a second; beyond
 * that they are counted ({@code serai.calls.unremembered}).
 */
public final class CallsIn extends OncePerRequestFilter {

    private static final String KNOWN = CallsIn.class.getName();
    private static final String NOBODY = "nobody";
    private static final String UNKNOWN = "unknown";
    private static final Pattern HOTEL = Pattern.compile("/hotels/([0-9]{1,9})(?:/|$)");
    private static final Pattern CONNECTION = Pattern.compile("/connections/([0-9]{1,9})(?:/|$)");
    private static final int LONGEST = 500;

    private final CallLog log;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Bucket strangers;

    CallsIn(CallLog log, Clock clock, MeterRegistry meters, int strangersASecond) {
        this.log = log;
        this.clock = clock;
        this.meters = meters;
        this.strangers =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(strangersASecond)
                                                .refillGreedy(
                                                        strangersASecond, Duration.ofSeconds(1)))
                        .build();
    }

    private record Known(String who, String name, @Nullable Long account) {}

    /**
     * Says who called and what, once that is known.
     *
     * @param who as the audit names them
     * @param name the operation's, or the webhook's
     * @param account whose call it is; null where that is not said
     */
    public static void by(
            ServletRequest request, String who, @Nullable String name, @Nullable Long account) {
        request.setAttribute(
                KNOWN, new Known(who, Objects.requireNonNullElse(name, UNKNOWN), account));
        Correlation.by(who);
    }

    /** The operation's name, or the webhook's; null until it is known. */
    public static @Nullable String name(ServletRequest request) {
        return request.getAttribute(KNOWN) instanceof Known known ? known.name() : null;
    }

    /** What its address and, once that is known, its caller say that a call is about. */
    public static About about(HttpServletRequest request) {
        String path = request.getRequestURI();
        return new About(
                request.getAttribute(KNOWN) instanceof Known known ? known.account() : null,
                number(HOTEL, path),
                number(CONNECTION, path),
                null);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant at = clock.instant();
        String id = Correlation.of(request.getHeader(Correlation.HEADER));
        response.setHeader(Correlation.HEADER, id);
        Correlation.begin(id);
        try {
            chain.doFilter(request, response);
        } finally {
            Correlation.end();
            AtTheEnd.of(request, () -> remember(request, response, at, id));
        }
    }

    private void remember(
            HttpServletRequest request, HttpServletResponse response, Instant at, String id) {
        Known known = (Known) request.getAttribute(KNOWN);
        String path = request.getRequestURI();
        Kind kind = path.startsWith("/api") ? Kind.API : Kind.WEBHOOK;
        Duration took = Duration.between(at, clock.instant());
        measure(kind, known, response.getStatus(), took);
        if (known == null && response.getStatus() >= 400 && !strangers.tryConsume(1)) {
            meters.counter("serai.calls.unremembered").increment();
            return;
        }
        log.record(
                new Call(
                        at,
                        kind,
                        known == null ? NOBODY : known.who(),
                        id,
                        about(request),
                        known == null ? UNKNOWN : known.name(),
                        request.getMethod(),
                        path.substring(0, Math.min(path.length(), LONGEST)),
                        response.getStatus(),
                        null,
                        null,
                        null,
                        null,
                        took));
    }

    private void measure(Kind kind, @Nullable Known known, int status, Duration took) {
        meters.timer(
                        "serai.calls.in",
                        "kind",
                        kind.name().toLowerCase(Locale.ROOT),
                        "operation",
                        known == null ? UNKNOWN : known.name(),
                        "status",
                        status / 100 + "xx")
                .record(took);
    }

    private static @Nullable Long number(Pattern pattern, String path) {
        Matcher found = pattern.matcher(path);
        return found.find() ? Long.valueOf(found.group(1)) : null;
    }
}
