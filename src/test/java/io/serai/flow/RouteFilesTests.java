package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route file of the repository, as it would have to be loaded, shown and swapped. */
class RouteFilesTests {

    private static final RouteSchema schema = new RouteSchema();

    @Test
    void everyRouteFileKeepsToCamelsSchemaAndTheHouseRules() {
        List<String> problems = problemsBelow(Path.of("routes"));

        assertThat(problems).isEmpty();
    }

    @Test
    void aTypingErrorIsNamedWithItsFileAndLine(@TempDir Path folder) {
        Folder.write(
                folder.resolve("inn/rooms.camel.yaml"),
                Folder.answering("inn-rooms", "x").replace("setBody", "setBdoy"));

        List<String> problems = problemsBelow(folder);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("routes/inn/rooms.camel.yaml:9 ");
    }

    @Test
    void aStepWithoutAnIdIsNamedWithItsFileAndLine(@TempDir Path folder) {
        Folder.write(
                folder.resolve("inn/rooms.camel.yaml"),
                Folder.answering("inn-rooms", "x").replace("            id: answer\n", ""));

        List<String> problems = problemsBelow(folder);

        assertThat(problems)
                .containsExactly("routes/inn/rooms.camel.yaml:10 step setBody has no id");
    }

    @Test
    void aRouteNamedUnlikeItsFileIsNamed(@TempDir Path folder) {
        Folder.write(folder.resolve("inn/rooms.camel.yaml"), Folder.answering("rooms", "x"));
        Folder.write(folder.resolve("common/park.camel.yaml"), Folder.answering("park", "x"));

        List<String> problems = problemsBelow(folder);

        assertThat(problems)
                .containsExactly(
                        "routes/inn/rooms.camel.yaml holds [rooms] (expected: one route, id"
                                + " inn-rooms)");
    }

    private static List<String> problemsBelow(Path folder) {
        List<String> problems = new ArrayList<>();
        RouteFiles.below(folder)
                .forEach((file, text) -> check(FlowFolder.ROUTES.shown(file), text, problems));
        return problems;
    }

    private static void check(String file, String text, List<String> problems) {
        try {
            schema.check(text);
        } catch (FlowRefused e) {
            problems.add(file + ":" + e.line() + " " + e.reason());
            return;
        }
        JsonNode root = RouteFiles.parse(text);
        RouteFiles.visit(
                root,
                (key, value) -> {
                    if (key.equals("steps")) {
                        value.forEach(step -> requireId(file, step, problems));
                    }
                    if (key.equals("from") && !value.has("id")) {
                        problems.add(file + ":" + RouteFiles.lineOf(value) + " from has no id");
                    }
                });
        requireOneRoute(file, root, problems);
    }

    private static void requireId(String file, JsonNode step, List<String> problems) {
        step.properties()
                .forEach(
                        named -> {
                            if (!named.getValue().hasNonNull("id")) {
                                problems.add(
                                        "%s:%d step %s has no id"
                                                .formatted(
                                                        file,
                                                        RouteFiles.lineOf(named.getValue()),
                                                        named.getKey()));
                            }
                        });
    }

    private static void requireOneRoute(String file, JsonNode root, List<String> problems) {
        List<String> ids =
                RouteFiles.routes(root).stream().map(one -> one.path("id").asText()).toList();
        boolean configures = !root.findValues("routeConfiguration").isEmpty();
        if (!(configures && ids.isEmpty()) && !ids.equals(List.of(expectedId(file)))) {
            problems.add(
                    file + " holds " + ids + " (expected: one route, id " + expectedId(file) + ")");
        }
    }

    /** {@code routes/<folder>/<port>.camel.yaml} holds {@code <folder>-<port>}. */
    private static String expectedId(String file) {
        String[] names = file.split("/");
        String base = names[names.length - 1].replaceAll("(\\.camel)?\\.yaml$", "");
        String folder = names[names.length - 2];
        return folder.equals("common") ? base : folder + "-" + base;
    }
}
