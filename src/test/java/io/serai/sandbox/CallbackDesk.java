package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where a partner gets notifications. */
final class CallbackDesk implements AutoCloseable {

    /** One call: its headers by lower-case names, and its body. */
    record Got(String method, Map<String, String> headers, String body) {

        JsonNode json() {
            return StandIn.json(body);
        }

        String token() {
            return json().at("/payload/confirmation_token").asText();
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 202;

    CallbackDesk() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    var headers = new java.util.HashMap<String, String>();
                    exchange.getRequestHeaders()
                            .forEach(
                                    (name, values) ->
                                            headers.put(name.toLowerCase(), values.get(0)));
                    got.add(
                            new Got(
                                    exchange.getRequestMethod(),
                                    headers,
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/callback";
    }

    void answers(int status) {
        this.status = status;
    }

    List<Got> greetings() {
        return got.stream().filter(call -> call.method().equals("GET")).toList();
    }

    List<Got> notifications() {
        return got.stream().filter(call -> call.method().equals("POST")).toList();
    }

    /** Registers it and gives the secret. */
    String register(GraphClient partner) {
        return partner.register(url(), "our-key");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
