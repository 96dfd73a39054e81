package io.serai.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.serai.channel.wire.Correlation;
import io.serai.channel.wire.SpanMarks;
import org.jspecify.annotations.Nullable;

/**
 * Marks each span with the correlation id of its thread, else of the span above, and with what the
 * span above is about.
 */
final class MarkedSpans implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        ReadableSpan above = Span.fromContext(parent) instanceof ReadableSpan local ? local : null;
        String known = Correlation.known();
        if (known == null) {
            known = of(above, SpanMarks.CORRELATION);
        }
        span.setAttribute(SpanMarks.CORRELATION, known == null ? Correlation.current() : known);
        for (AttributeKey<Long> mark : SpanMarks.ABOUT) {
            Long about = of(above, mark);
            if (about != null && span.getAttribute(mark) == null) {
                span.setAttribute(mark, about);
            }
        }
    }

    private static <T> @Nullable T of(@Nullable ReadableSpan above, AttributeKey<T> mark) {
        return above == null ? null : above.getAttribute(mark);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // all is said at its start
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
