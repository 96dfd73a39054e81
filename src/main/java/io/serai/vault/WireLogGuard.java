package io.serai.vault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Silences the loggers that write what goes over the wire (bodies, headers, bound values), up to
 * information, whatever level anyone gives them: a card or credential would be in it.
 */
public final class WireLogGuard extends TurboFilter {

    private static final List<String> DENIED =
            List.of(
                    "org.apache.hc.client5.http.wire",
                    "org.apache.hc.client5.http.headers",
                    "org.apache.hc.client5.http2.frame",
                    "org.apache.http.wire",
                    "org.apache.http.headers",
                    "jdk.httpclient",
                    "jdk.internal.httpclient",
                    "sun.net.www.protocol.http",
                    "org.apache.coyote.http11.Http11InputBuffer",
                    "org.apache.coyote.http2",
                    "org.apache.camel.Tracing",
                    "org.apache.camel.impl.debugger",
                    "org.apache.camel.component.sql",
                    "org.postgresql.core.v3",
                    "org.springframework.jdbc.core.StatementCreatorUtils",
                    "org.springframework.web.HttpLogging",
                    "org.springframework.web.method.support",
                    "org.springframework.web.servlet.mvc.method.annotation");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        // most calls are for lines that the level leaves out anyway: they shall cost nothing here
        boolean wouldBeWritten = level.isGreaterOrEqual(logger.getEffectiveLevel());
        return wouldBeWritten && !level.isGreaterOrEqual(Level.WARN) && isDenied(logger.getName())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isDenied(String logger) {
        return DENIED.stream()
                .anyMatch(denied -> logger.equals(denied) || logger.startsWith(denied + "."));
    }
}
