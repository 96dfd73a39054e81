package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Routes that listen on a path of Serai's own web server. */
class HttpSwapTests {

    @TempDir static Path root;

    private static final HttpClient client = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext serai;
    private static Folder folder;

    @BeforeAll
    static void start() {
        serai = FlowTestApp.startWithWeb(root);
        folder = new Folder(root, serai);
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void turnsNoRequestAwayWhileItsRouteIsSwapped() throws Exception {
        folder.save("routes/hook/in.camel.yaml", listening("hook-in", "/hook/{inn}", "v0"));
        awaitAnswer("/hook/a", "v0");
        var stop = new AtomicBoolean();
        var requests =
                CompletableFuture.supplyAsync(
                        () -> {
                            int answered = 0;
                            while (!stop.get()) {
                                assertThat(get("/hook/a").body()).startsWith("v");
                                answered++;
                            }
                            return answered;
                        });

        for (int version = 1; version <= 6; version++) {
            folder.save(
                    "routes/hook/in.camel.yaml",
                    listening("hook-in", "/hook/{inn}", "v" + version));
            awaitAnswer("/hook/a", "v" + version);
        }
        stop.set(true);

        assertThat(requests.get(10, TimeUnit.SECONDS)).isGreaterThan(20);
    }

    @Test
    void listensOnTheNewPathOnlyOnceItIsEdited() {
        folder.save("routes/path/in.camel.yaml", listening("path-in", "/path/old", "old"));
        awaitAnswer("/path/old", "old");

        folder.save("routes/path/in.camel.yaml", listening("path-in", "/path/new", "new"));

        awaitAnswer("/path/new", "new");
        assertThat(get("/path/old").statusCode()).isEqualTo(404);
    }

    @Test
    void listensNoMoreOnceTheFileIsDeleted() {
        folder.save("routes/end/in.camel.yaml", listening("end-in", "/end", "here"));
        awaitAnswer("/end", "here");

        folder.delete("routes/end/in.camel.yaml");

        await().untilAsserted(() -> assertThat(get("/end").statusCode()).isEqualTo(404));
    }

    private static void awaitAnswer(String path, String answer) {
        await().untilAsserted(() -> assertThat(get(path).body()).isEqualTo(answer));
    }

    private static HttpResponse<String> get(String path) {
        String port = serai.getEnvironment().getProperty("local.server.port");
        URI uri = URI.create("http://localhost:" + port + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("GET " + path + " was not answered", e);
        }
    }

    private static String listening(String id, String path, String answer) {
        return """
        - route:
            id: %s
            from:
              id: asked
              uri: platform-http
              parameters:
                path: %s
              steps:
                - setBody:
                    id: answer
                    expression:
                      constant:
                        expression: %s
        """
                .formatted(id, path, answer);
    }
}
