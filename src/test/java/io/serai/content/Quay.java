package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that keeps what it is told and answers as a test says; else it takes everything. */
final class Quay implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<JsonNode> read = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger(5000);

    Quay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it was told, in order. */
    List<JsonNode> told() {
        return told;
    }

    /** What it was told of a kind. */
    List<JsonNode> told(String kind) {
        return told.stream()
                .filter(each -> each.at("/part/kind").asText("check").equals(kind))
                .toList();
    }

    /** What it was asked to show of a kind. */
    List<JsonNode> read(String kind) {
        return read.stream().filter(each -> each.at("/part/kind").asText().equals(kind)).toList();
    }

    /** Shows this of a kind when it is asked next, by field; else nothing. */
    void showsNext(String kind, String shown) {
        answersNext("read " + kind, "{\"outcome\": \"applied\", \"shown\": " + shown + "}");
    }

    /** Answers the next call about a kind so; empty: hangs up. */
    void answersNext(String kind, String answer) {
        answers.computeIfAbsent(kind, it -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    void forget() {
        told.clear();
        read.clear();
        answers.clear();
    }

    private void answer(HttpExchange call) throws IOException {
        JsonNode request = JSON.readTree(call.getRequestBody());
        boolean reads = call.getRequestURI().getPath().equals("/read");
        (reads ? read : told).add(request);
        Queue<String> said =
                answers.get((reads ? "read " : "") + request.at("/part/kind").asText());
        String answer = said == null ? null : said.poll();
        if (answer == null && reads) {
            answer = "{\"outcome\": \"applied\", \"shown\": {}}";
        }
        if (answer == null) {
            answer =
                    request.path("create").asBoolean()
                            ? "{\"outcome\": \"applied\", \"reference\": \"q\", \"remote\": \"%d\"}"
                                    .formatted(number.incrementAndGet())
                            : "{\"outcome\": \"applied\", \"reference\": \"q\"}";
        }
        if (!answer.isEmpty()) {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        }
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
