package io.serai.wayside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A stand-in of the example channel: JSON over HTTP with an API key, one room with one plan at each
 * property, refusing what its page in {@code docs/adding-a-channel.md} says that it refuses.
 */
final class Wayside implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, WaysideNights> properties = new ConcurrentHashMap<>();
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();

    Wayside() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/properties/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Opens a property to whoever shows the key. */
    void open(String property, String key) {
        keys.put(property, key);
        properties.put(property, new WaysideNights());
    }

    /** What it sells of a property. */
    WaysideNights nights(String property) {
        return properties.get(property);
    }

    /** The changes that it was told, oldest first. */
    List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/");
        String what = path.length > 4 ? path[4] : "";
        String method = call.getRequestMethod();
        if (!keys.containsKey(path[3])) {
            refuse(call, 404, "no-such-property", "property " + path[3] + " is not known");
        } else if (!keys.get(path[3]).equals(call.getRequestHeaders().getFirst("X-Api-Key"))) {
            refuse(call, 401, "bad-key", "the key is not known");
        } else if (method.equals("GET") && what.isEmpty()) {
            say(call, 200, Map.of("id", path[3]));
        } else if (method.equals("GET") && what.equals("rooms")) {
            say(
                    call,
                    200,
                    Map.of(
                            "property",
                            path[3],
                            "rooms",
                            List.of(
                                    Map.of(
                                            "id",
                                            "DBL",
                                            "title",
                                            "Garden Double",
                                            "sleeps",
                                            2,
                                            "plans",
                                            List.of(Map.of("id", "BAR", "title", "Standard"))))));
        } else if (method.equals("POST") && what.equals("changes")) {
            change(call, properties.get(path[3]));
        } else {
            refuse(call, 404, "no-such-call", method + " " + what);
        }
    }

    private void change(HttpExchange call, WaysideNights nights) throws IOException {
        JsonNode said;
        try {
            said = JSON.readTree(new String(call.getRequestBody().readAllBytes(), UTF_8));
        } catch (IOException e) {
            refuse(call, 400, "no-json", "not readable");
            return;
        }
        calls.add(said);
        List<Map<String, Object>> problems = new ArrayList<>();
        int accepted = 0;
        for (JsonNode change : said.path("changes")) {
            String problem = nights.take(change);
            if (problem == null) {
                accepted++;
            } else {
                problems.add(
                        Map.of(
                                "ref",
                                change.path("ref").asInt(),
                                "code",
                                problem,
                                "message",
                                "refused: " + problem));
            }
        }
        say(
                call,
                200,
                Map.of("id", "chg-" + calls.size(), "accepted", accepted, "problems", problems));
    }

    private static void refuse(HttpExchange call, int status, String code, String words)
            throws IOException {
        say(call, status, Map.of("error", Map.of("code", code, "message", words)));
    }

    private static void say(HttpExchange call, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
