package io.serai.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * The last before the collector: whatever a library put on a span, what is not named here stays.
 */
final class OnlyWhatMayLeave implements SpanExporter {

    private final SpanExporter collector;

    OnlyWhatMayLeave(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> safe = spans.stream().<SpanData>map(SafeSpan::new).toList();
        return collector.export(safe);
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }
}
