package io.serai.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The last before the collector: whatever a library put on a span, what is not named here stays.
 * When the collector takes nothing, that is said once, until it takes spans again.
 */
final class OnlyWhatMayLeave implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(OnlyWhatMayLeave.class);

    private final SpanExporter collector;
    private final AtomicBoolean away = new AtomicBoolean();

    OnlyWhatMayLeave(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> safe = spans.stream().<SpanData>map(SafeSpan::new).toList();
        CompletableResultCode result = collector.export(safe);
        return result.whenComplete(() -> say(result));
    }

    private void say(CompletableResultCode result) {
        if (result.isSuccess()) {
            if (away.getAndSet(false)) {
                LOG.info("Traces are taken again by their collector");
            }
        } else if (!away.getAndSet(true)) {
            Throwable failure = result.getFailureThrowable();
            LOG.warn(
                    "Traces are lost until their collector takes them: {}",
                    failure == null
                            ? "it did not say why"
                            : NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
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
