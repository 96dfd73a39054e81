package io.serai.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers a route's calls with what a test says, one after the other, and keeps what came. */
public final class ChannelStandIn implements AutoCloseable {

    /** A call as it arrived. */
    public record Call(
            String method,
            String path,
            @Nullable String type,
            @Nullable String version,
            List<String> headers,
            String body) {}

    /** How a call is answered. */
    public interface Reply {
        void to(HttpExchange call) throws IOException;
    }

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    public ChannelStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Call> calls() {
        return calls;
    }

    public ChannelStandIn forget() {
        calls.clear();
        replies.clear();
        return this;
    }

    public ChannelStandIn answers(int status, String xml) {
        return answers(status, "application/xml;charset=UTF-8", xml);
    }

    public ChannelStandIn answers(int status, String type, String text) {
        replies.add(
                call -> {
                    byte[] body = text.getBytes(StandardCharsets.UTF_8);
                    call.getResponseHeaders().add("Content-Type", type);
                    call.sendResponseHeaders(status, body.length);
                    call.getResponseBody().write(body);
                });
        return this;
    }

    public ChannelStandIn answers(int status, String header, String value, String xml) {
        replies.add(
                call -> {
                    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
                    call.getResponseHeaders().add("Content-Type", "application/xml");
                    call.getResponseHeaders().add(header, value);
                    call.sendResponseHeaders(status, body.length);
                    call.getResponseBody().write(body);
                });
        return this;
    }

    /** Promises more than it sends, then hangs up. */
    public ChannelStandIn cuts(String beginning) {
        replies.add(
                call -> {
                    byte[] body = beginning.getBytes(StandardCharsets.UTF_8);
                    call.getResponseHeaders().add("Content-Type", "application/xml");
                    call.sendResponseHeaders(200, body.length + 100);
                    call.getResponseBody().write(body);
                });
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(
                    new Call(
                            call.getRequestMethod(),
                            call.getRequestURI().toString(),
                            call.getRequestHeaders().getFirst("Content-Type"),
                            call.getRequestHeaders().getFirst("Accept-Version"),
                            call.getRequestHeaders().keySet().stream().sorted().toList(),
                            body));
            Reply reply = replies.poll();
            if (reply == null) {
                throw new IllegalStateException("no reply left for " + call.getRequestURI());
            }
            reply.to(call);
        }
    }
}
