package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table in docs/architecture.md that says which routes use which component of Camel. */
class ComponentTableTests {

    private static final Pattern ROW = Pattern.compile("^\\| (camel-[\\w-]+) \\| (.*?) *\\|$");

    /** Used by nearly every route, or by none of them by name. */
    private static final Set<String> EVERYWHERE =
            Set.of("camel-spring-boot", "camel-test-spring-junit5", "camel-bean", "camel-direct");

    private static final Map<String, String> SCHEMES =
            Map.of("https", "camel-http", "job", "camel-quartz");

    private static final Map<String, String> STEPS =
            Map.of(
                    "circuitBreaker", "camel-resilience4j",
                    "idempotentConsumer", "camel-sql",
                    "jsonpath", "camel-jsonpath",
                    "xpath", "camel-xpath");

    @Test
    void namesTheRoutesThatUseEachComponent() throws IOException {
        String expected = table(usage(Path.of("routes")));

        String written = tableIn(Files.readString(Path.of("docs/architecture.md")));

        assertThat(written)
                .as(
                        "the table in docs/architecture.md; by the route files it has to be%n%s",
                        expected)
                .isEqualTo(expected);
    }

    @Test
    void findsComponentsByUriDataFormatStepAndLanguage(@TempDir Path folder) {
        Folder.write(
                folder.resolve("inn/rooms.camel.yaml"),
                """
                - route:
                    id: inn-rooms
                    from:
                      id: due
                      uri: quartz
                      parameters: { groupName: a, triggerName: b }
                      steps:
                        - unmarshal:
                            id: read
                            json: { library: Jackson }
                        - circuitBreaker:
                            id: break
                            steps:
                              - to: { id: call, uri: "https://inn/rooms" }
                        - idempotentConsumer:
                            id: once
                            idempotentRepository: seen
                            expression:
                              jsonpath: { expression: $.id }
                """);

        assertThat(usage(folder).keySet())
                .containsExactly(
                        "camel-http",
                        "camel-jackson",
                        "camel-jsonpath",
                        "camel-quartz",
                        "camel-resilience4j",
                        "camel-sql");
    }

    private static Map<String, Set<String>> usage(Path folder) {
        Map<String, Set<String>> usage = new TreeMap<>();
        RouteFiles.below(folder).values().stream()
                .flatMap(text -> RouteFiles.routes(RouteFiles.parse(text)).stream())
                .forEach(route -> collect(route, usage));
        return usage;
    }

    private static void collect(JsonNode route, Map<String, Set<String>> usage) {
        String id = route.path("id").asText();
        RouteFiles.visit(
                route,
                (key, value) -> {
                    String component = componentOf(key, value);
                    if (component != null && !EVERYWHERE.contains(component)) {
                        usage.computeIfAbsent(component, it -> new TreeSet<>()).add(id);
                    }
                });
    }

    private static String componentOf(String key, JsonNode value) {
        if (key.equals("uri") && !value.asText().startsWith("$")) {
            String scheme = value.asText().split("[:?]", 2)[0];
            return SCHEMES.getOrDefault(scheme, "camel-" + scheme);
        }
        if (key.equals("json") && value.isObject()) {
            String library = value.path("library").asText("Jackson");
            return "camel-" + library.toLowerCase(java.util.Locale.ROOT);
        }
        return STEPS.get(key);
    }

    private static String table(Map<String, Set<String>> usage) {
        return usage.entrySet().stream()
                .map(
                        used ->
                                used.getValue().stream()
                                        .map(id -> "`" + id + "`")
                                        .collect(
                                                Collectors.joining(
                                                        ", ", "| " + used.getKey() + " | ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private static String tableIn(String page) {
        return page.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !EVERYWHERE.contains(row.group(1)))
                .map(row -> "| " + row.group(1) + " | " + row.group(2) + " |")
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
