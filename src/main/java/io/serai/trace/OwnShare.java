package io.serai.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Traces a share of what begins, and all or nothing of one act. A caller may name the trace that
 * its call belongs to, but not whether it is traced. What nobody is known to have asked for, such
 * as a statement that looks whether there is work, is no trace.
 */
final class OwnShare implements Sampler {

    private final double share;

    OwnShare(double share) {
        this.share = share;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String trace,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        if (above.isValid() && !above.isRemote()) {
            return above.isSampled() ? SamplingResult.recordAndSample() : SamplingResult.drop();
        }
        return kind != SpanKind.CLIENT && ThreadLocalRandom.current().nextDouble() < share
                ? SamplingResult.recordAndSample()
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "OwnShare{" + share + "}";
    }
}
