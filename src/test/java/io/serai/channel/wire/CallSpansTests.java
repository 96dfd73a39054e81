package io.serai.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.Test;

/** A call over the wire stands in the trace, and nothing of the trace in the call. */
class CallSpansTests {

    private final List<ReadableSpan> ended = new CopyOnWriteArrayList<>();
    private final SdkTracerProvider traces =
            SdkTracerProvider.builder().addSpanProcessor(new Ended()).build();

    @Test
    void tellsAStrangerNothingOfTheTrace() throws IOException {
        Set<String> headers = ConcurrentHashMap.newKeySet();
        HttpServer stranger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stranger.createContext(
                "/",
                call -> {
                    call.getRequestHeaders()
                            .keySet()
                            .forEach(name -> headers.add(name.toLowerCase()));
                    call.sendResponseHeaders(503, -1);
                    call.close();
                });
        stranger.start();

        call("http://127.0.0.1:" + stranger.getAddress().getPort() + "/rates?key=secret");
        stranger.stop(0);

        assertThat(headers)
                .isNotEmpty()
                .doesNotContain("traceparent", "tracestate", "baggage", "b3");
        assertThat(ended.get(0).getName()).isEqualTo("GET");
        assertThat(ended.get(0).getAttributes().asMap().toString())
                .contains("http.response.status_code=503", "server.address=127.0.0.1")
                .doesNotContain("secret", "rates");
    }

    @Test
    void endsWithACallThatHadNoAnswer() {
        assertThatThrownBy(() -> call("http://127.0.0.1:1/")).isInstanceOf(IOException.class);

        assertThat(ended.get(0).getAttributes().asMap().toString())
                .contains("error.type=org.apache.hc.client5.http.HttpHostConnectException");
    }

    private void call(String url) throws IOException {
        Span above = traces.get("test").spanBuilder("above").startSpan();
        try (Scope within = above.makeCurrent();
                CloseableHttpClient client =
                        HttpClientBuilder.create()
                                .addExecInterceptorFirst(
                                        "traced", new CallSpans(traces.get("test")))
                                .build()) {
            client.execute(new HttpGet(url), response -> null);
        }
    }

    private final class Ended implements SpanProcessor {

        @Override
        public void onStart(
                io.opentelemetry.context.Context parent,
                io.opentelemetry.sdk.trace.ReadWriteSpan span) {
            // its end says all
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
