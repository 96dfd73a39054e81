package io.serai.channel.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A small channel on a port of its own: it exchanges tokens and says what a test told it to say.
 */
final class Inn implements AutoCloseable {

    /** What it was asked. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** How it answers a question. */
    interface Manner {

        void answer(HttpExchange exchange) throws IOException;
    }

    static final String TOKEN_PATH = "/token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Manner manner = saying(200, "text/plain", "welcome");
    private volatile Manner tokenManner = this::giveToken;
    private volatile Duration tokenLife = Duration.ofHours(1);

    Inn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(Manner manner) {
        this.manner = manner;
    }

    void answersTokens(Manner manner) {
        this.tokenManner = manner;
    }

    void givesTokens() {
        this.tokenManner = this::giveToken;
    }

    void givesTokensFor(Duration life) {
        this.tokenLife = life;
        givesTokens();
    }

    /** What it was asked but tokens. */
    List<Asked> asked() {
        return asked.stream().filter(it -> !it.path().equals(TOKEN_PATH)).toList();
    }

    List<Asked> askedForTokens() {
        return asked.stream().filter(it -> it.path().equals(TOKEN_PATH)).toList();
    }

    static Manner saying(int status, String type, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A byte now and then, for ever. */
    static Manner dripping() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            try {
                while (true) {
                    body.write('.');
                    body.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            path,
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            (path.equals(TOKEN_PATH) ? tokenManner : manner).answer(exchange);
        }
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        new Token(tokenLife, tokens.incrementAndGet()).answer(exchange);
    }

    /** Gives a token that lives so long and ends with {@code SIGN} and its number. */
    record Token(Duration life, int number, Duration behind) implements Manner {

        Token(Duration life, int number) {
            this(life, number, Duration.ZERO);
        }

        @Override
        public void answer(HttpExchange exchange) throws IOException {
            Instant now = Instant.now().minus(behind);
            String claims =
                    "{\"iat\":%d,\"exp\":%d}"
                            .formatted(now.getEpochSecond(), now.plus(life).getEpochSecond());
            String encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
            String token = "HEAD." + encoded + ".SIGN" + number;
            saying(200, "application/json", "{\"jwt\":\"" + token + "\"}").answer(exchange);
        }
    }
}
