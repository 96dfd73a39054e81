package io.serai.console;

import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies, or a program with a login, at the running Serai. */
public final class Visitor {

    public static final String PASSWORD = "open sesame";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    private Visitor(String base) {
        this.base = base;
    }

    /** Nobody yet, at the Serai that stories share. */
    Visitor() {
        this(RunningSerai.shared().url());
    }

    /** Nobody yet, for stories of other packages. */
    public static Visitor nobody() {
        return new Visitor();
    }

    /** Nobody yet, at another Serai. */
    static Visitor at(RunningSerai serai) {
        return new Visitor(serai.url());
    }

    /** A new user of this role who sees these hotels; the answer is the login. */
    public static String user(String role, int... hotels) {
        return user(RunningSerai.shared(), role, hotels);
    }

    /** The same at another Serai. */
    public static String user(RunningSerai serai, String role, int... hotels) {
        String login = role + "-" + NUMBER.incrementAndGet();
        var sql = serai.sql();
        long id =
                sql.sql(
                                "insert into users (login, role, password_hash) values (?, ?, ?)"
                                        + " returning id")
                        .params(login, role, "{noop}" + PASSWORD)
                        .query(Long.class)
                        .single();
        for (int hotel : hotels) {
            sql.sql("insert into user_hotels values (?, ?)").params(id, hotel).update();
        }
        return login;
    }

    /** Somebody who has signed in. */
    public static Visitor signedIn(String login) {
        return signedIn(RunningSerai.shared(), login);
    }

    /** The same at another Serai. */
    public static Visitor signedIn(RunningSerai serai, String login) {
        Visitor visitor = new Visitor(serai.url());
        visitor.signIn(login, PASSWORD);
        return visitor;
    }

    /** Signs in by the form, and looks at a page, whose token the next form brings along. */
    public HttpResponse<String> signIn(String login, String password) {
        get("/login");
        var answer = post("/login", Map.of("username", login, "password", password));
        get("/login");
        return answer;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A form, with the token that the page gave. */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return form(path, form.entrySet(), headers);
    }

    /** The same, with fields that may be there several times. */
    public HttpResponse<String> form(
            String path, Collection<Map.Entry<String, String>> form, String... headers) {
        String token =
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElse("none");
        String body =
                form.stream()
                        .map(each -> each.getKey() + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A form with files, with the token that the page gave. */
    public HttpResponse<String> upload(String path, String field, Map<String, byte[]> files) {
        String edge = "serai-" + NUMBER.incrementAndGet();
        List<byte[]> body = new ArrayList<>();
        body.add(
                "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                        .formatted(edge, cookie("XSRF-TOKEN"))
                        .getBytes(StandardCharsets.UTF_8));
        files.forEach(
                (name, content) -> {
                    body.add(
                            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                                    .formatted(edge, field, name)
                                    .getBytes(StandardCharsets.UTF_8));
                    body.add(content);
                    body.add("\r\n".getBytes(StandardCharsets.UTF_8));
                });
        body.add(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(body)));
    }

    /** JSON without any token. */
    public HttpResponse<String> json(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A login as Basic. */
    public static String basic(String login) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** What a cookie holds; empty where there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
