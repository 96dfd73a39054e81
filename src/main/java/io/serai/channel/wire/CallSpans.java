package io.serai.channel.wire;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Has each call over the wire stand in its trace, until the head of its answer. Of the call there
 * is its method and host, of the answer its status; nothing of the trace is in the call, since
 * those who are called are strangers.
 */
final class CallSpans implements ExecChainHandler {

    private final Tracer tracer;

    CallSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Span span =
                tracer.spanBuilder(request.getMethod())
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("http.request.method", request.getMethod())
                        .setAttribute("server.address", scope.route.getTargetHost().getHostName())
                        .startSpan();
        try (Scope within = span.makeCurrent()) {
            ClassicHttpResponse response = chain.proceed(request, scope);
            span.setAttribute("http.response.status_code", (long) response.getCode());
            if (response.getCode() >= 400) {
                span.setStatus(StatusCode.ERROR);
            }
            return response;
        } catch (IOException | HttpException | RuntimeException failed) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failed.getClass().getName());
            throw failed;
        } finally {
            span.end();
        }
    }
}
