package io.serai.content.photo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A bucket of a store that speaks as S3 does: puts, gets, deletes and lists what is signed by the
 * key that it knows. It lists two files a page.
 */
final class Bucket implements AutoCloseable {

    private record Kept(byte[] content, String type, Instant at) {}

    private static final int PAGE = 2;

    private final HttpServer server;
    private final String name;
    private final String key;
    private final NavigableMap<String, Kept> files = new TreeMap<>();

    Bucket(String name, String key) throws IOException {
        this.name = name;
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + name, this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String type(String file) {
        return files.get(file).type();
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        String file = call.getRequestURI().getPath().replaceFirst("^/" + name + "/?", "");
        String login = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        Kept kept = files.get(file);
        if (!login.startsWith("AWS4-HMAC-SHA256 Credential=" + key + "/")
                || !login.matches(".*Signature=[0-9a-f]{64}.*")) {
            say(call, 403, error("InvalidAccessKeyId", "no such key id"));
        } else if (call.getRequestMethod().equals("PUT")) {
            String type = call.getRequestHeaders().getFirst("Content-Type");
            files.put(file, new Kept(plain(call, body), type, Instant.now()));
            call.getResponseHeaders().add("ETag", "\"1\"");
            say(call, 200, "");
        } else if (call.getRequestMethod().equals("DELETE")) {
            files.remove(file);
            call.sendResponseHeaders(204, -1);
        } else if (file.isEmpty()) {
            say(call, 200, page(String.valueOf(call.getRequestURI().getQuery())));
        } else if (kept == null) {
            say(call, 404, error("NoSuchKey", "no such file"));
        } else {
            call.sendResponseHeaders(200, kept.content().length);
            call.getResponseBody().write(kept.content());
        }
        call.close();
    }

    /**
     * Chunks that are signed one by one are sent so: length in hex, signature, line, bytes, line.
     */
    private static byte[] plain(HttpExchange call, byte[] body) throws IOException {
        String hash = String.valueOf(call.getRequestHeaders().getFirst("x-amz-content-sha256"));
        if (!hash.startsWith("STREAMING-")) {
            return body;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayInputStream input = new ByteArrayInputStream(body);
        while (true) {
            int length = Integer.parseInt(line(input).split(";")[0], 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.write(input.readNBytes(length));
            line(input);
        }
    }

    private static String line(ByteArrayInputStream input) {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private String page(String query) {
        String after = query.replaceFirst("(?:.*&)?continuation-token=([^&]*).*|.*", "$1");
        List<Map.Entry<String, Kept>> left = List.copyOf(files.tailMap(after, false).entrySet());
        List<Map.Entry<String, Kept>> shown = left.subList(0, Math.min(PAGE, left.size()));
        StringBuilder page = new StringBuilder("<ListBucketResult>");
        page.append("<IsTruncated>").append(left.size() > PAGE).append("</IsTruncated>");
        if (left.size() > PAGE) {
            page.append("<NextContinuationToken>")
                    .append(shown.get(PAGE - 1).getKey())
                    .append("</NextContinuationToken>");
        }
        for (Map.Entry<String, Kept> file : shown) {
            page.append("<Contents><Key>").append(file.getKey()).append("</Key><LastModified>");
            page.append(file.getValue().at()).append("</LastModified></Contents>");
        }
        return page.append("</ListBucketResult>").toString();
    }

    private static String error(String code, String words) {
        return "<Error><Code>" + code + "</Code><Message>" + words + "</Message></Error>";
    }

    private static void say(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/xml");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
