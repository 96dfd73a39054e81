package io.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A collector of traces that takes OTLP over HTTP and keeps all of it. */
public final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer texts = new StringBuffer();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /**
     * A span as it came.
     *
     * @param parent the span above; empty where it is the first
     * @param kind internal, client or server
     */
    public record Span(
            String name,
            String trace,
            String id,
            String parent,
            String kind,
            int events,
            Map<String, String> marks) {

        public String mark(String name) {
            return marks.getOrDefault(name, "");
        }

        public boolean isStatement() {
            return marks.containsKey("db.statement");
        }
    }

    /** Where it is sent to. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** What came so far that is like this. */
    public List<Span> spans(Predicate<Span> like) {
        return spans.stream().filter(like).toList();
    }

    /** What came so far that is marked with a correlation id. */
    public List<Span> of(String correlation) {
        return spans(span -> span.mark("serai.correlation").equals(correlation));
    }

    /** All that came, byte by byte. */
    public String texts() {
        return texts.toString();
    }

    /** The values of {@code X-Collector} that were shown. */
    public Set<String> shown() {
        return shown;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            shown.add(String.valueOf(call.getRequestHeaders().getFirst("X-Collector")));
            byte[] body = new GZIPInputStream(call.getRequestBody()).readAllBytes();
            texts.append(new String(body, ISO_8859_1));
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(Collector::span)
                    .forEach(spans::add);
            call.sendResponseHeaders(200, -1);
        }
    }

    private static Span span(io.opentelemetry.proto.trace.v1.Span span) {
        Map<String, String> marks = new TreeMap<>();
        for (KeyValue mark : span.getAttributesList()) {
            AnyValue value = mark.getValue();
            marks.put(
                    mark.getKey(),
                    value.hasStringValue()
                            ? value.getStringValue()
                            : Long.toString(value.getIntValue()));
        }
        return new Span(
                span.getName(),
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(java.util.Locale.ROOT),
                span.getEventsCount(),
                marks);
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
