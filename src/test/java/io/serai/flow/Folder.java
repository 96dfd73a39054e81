package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.ApplicationContext;

/** The folders beside a running Serai, and what runs of them. */
record Folder(Path root, ApplicationContext serai) {

    private static final Duration SOON = Duration.ofSeconds(60);

    static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A route that answers with a fixed text. */
    static String answering(String id, String answer) {
        return """
        - route:
            id: %1$s
            from:
              id: asked
              uri: direct
              parameters:
                name: %1$s
              steps:
                - setBody:
                    id: answer
                    expression:
                      constant:
                        expression: %2$s
        """
                .formatted(id, answer);
    }

    void save(String file, String text) {
        write(root.resolve(file), text);
    }

    void delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CamelContext camel() {
        return serai.getBean(CamelContext.class);
    }

    FlowFiles files() {
        return serai.getBean(FlowFiles.class);
    }

    String ask(String route) {
        return ask(route, "");
    }

    String ask(String route, String body) {
        return serai.getBean(ProducerTemplate.class)
                .requestBody("direct:" + route, body, String.class);
    }

    void awaitAnswer(String route, String answer) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(camel().getRoute(route)).isNotNull();
                            assertThat(ask(route)).isEqualTo(answer);
                        });
    }

    void awaitGone(String route) {
        await().atMost(SOON).untilAsserted(() -> assertThat(camel().getRoute(route)).isNull());
    }

    String awaitRefusal(String file) {
        return await().atMost(SOON).until(() -> refusal(file), Optional::isPresent).orElseThrow();
    }

    void awaitTaken(String file) {
        await().atMost(SOON)
                .until(
                        () ->
                                files().find(file)
                                        .filter(it -> it.state() == FlowFile.State.RUNNING)
                                        .isPresent());
    }

    Optional<String> refusal(String file) {
        return files().find(file).map(FlowFile::refusal);
    }
}
