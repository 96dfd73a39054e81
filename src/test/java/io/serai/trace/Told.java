package io.serai.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ConnectException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a collector would be told, at once. */
final class Told implements SpanExporter {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final SdkTracerProvider traces;
    private volatile boolean away;

    Told(double share) {
        traces =
                SdkTracerProvider.builder()
                        .setSampler(new OwnShare(share))
                        .addSpanProcessor(new MarkedSpans())
                        .addSpanProcessor(SimpleSpanProcessor.create(new OnlyWhatMayLeave(this)))
                        .build();
    }

    Tracer tracer() {
        return traces.get("told");
    }

    /** Whether nothing is taken. */
    void away(boolean is) {
        away = is;
    }

    List<SpanData> spans() {
        return spans;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> some) {
        if (away) {
            return CompletableResultCode.ofExceptionalFailure(
                    new IllegalStateException("not sent", new ConnectException("nobody there")));
        }
        spans.addAll(some);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
