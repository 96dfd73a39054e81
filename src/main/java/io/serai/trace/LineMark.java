package io.serai.trace;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** What a log line belongs to: {@code [correlation trace]}, as far as there is one. */
public final class LineMark extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent line) {
        String correlation = line.getMDCPropertyMap().get("correlation");
        SpanContext span = Span.current().getSpanContext();
        String trace = span.isSampled() ? span.getTraceId() : null;
        if (correlation == null) {
            return trace == null ? "" : "[" + trace + "] ";
        }
        return trace == null ? "[" + correlation + "] " : "[" + correlation + " " + trace + "] ";
    }
}
