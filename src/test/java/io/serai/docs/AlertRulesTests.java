package io.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When somebody is told of trouble: Prometheus' own tool reads, and trips, each rule. */
class AlertRulesTests {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Path RULES = Path.of("docker/prometheus/alerts.yml");
    private static final Path CASES = Path.of("src/test/resources/prometheus/alerts.test.yml");
    private static final Path BOARDS = Path.of("docker/grafana/dashboards");
    private static final Pattern PARAGRAPH = Pattern.compile("(docs/[a-z-]+\\.md), ([A-Z][^;:]*)");

    @Test
    void areTrippedByWhatTheyAreForAndByNothingElse() throws Exception {
        Said said = promtool("test", "rules", CASES.toString());

        assertThat(said.exit()).as(said.words()).isZero();
        assertThat(said.words()).contains("SUCCESS");
    }

    @Test
    void areTriedBothWaysEach() throws IOException {
        Set<String> rules = new TreeSet<>();
        Set<String> fire = new TreeSet<>();
        Set<String> rest = new TreeSet<>();
        rules().forEach(rule -> rules.add(rule.path("alert").asText()));

        for (JsonNode tried : YAML.readTree(CASES.toFile()).path("tests")) {
            for (JsonNode asked : tried.path("promql_expr_test")) {
                String name =
                        asked.path("expr").asText().replaceAll(".*alertname=\"(\\w+)\".*", "$1");
                (asked.path("exp_samples").isEmpty() ? rest : fire).add(name);
            }
        }

        assertThat(fire).isEqualTo(rules);
        assertThat(rest).isEqualTo(rules);
    }

    @Test
    void sayWhatIsSeenAndWhatToDo() throws IOException {
        for (JsonNode rule : rules()) {
            String name = rule.path("alert").asText();
            assertThat(rule.at("/labels/severity").asText()).as(name).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
            String todo = rule.at("/annotations/todo").asText();
            assertThat(todo).as(name).isNotBlank();

            Matcher paragraph = PARAGRAPH.matcher(todo);
            while (paragraph.find()) {
                List<String> lines = Files.readAllLines(Path.of(paragraph.group(1)));
                String heading = paragraph.group(2).strip();
                assertThat(lines)
                        .as("%s: %s in %s", name, heading, paragraph.group(1))
                        .anyMatch(
                                line ->
                                        line.startsWith("#")
                                                && (heading(line).startsWith(heading)
                                                        || heading.startsWith(heading(line))));
            }
        }
    }

    @Test
    void andBoardsAskWhatPrometheusUnderstands(@TempDir Path folder) throws Exception {
        List<Object> asked = new ArrayList<>();
        try (Stream<Path> boards = Files.list(BOARDS)) {
            for (Path board : boards.sorted().toList()) {
                for (JsonNode panel : YAML.readTree(board.toFile()).path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        String asks =
                                target.path("expr").asText().replace("$__rate_interval", "5m");
                        asked.add(
                                YAML.createObjectNode()
                                        .put("record", "asked:" + asked.size())
                                        .put("expr", asks));
                    }
                }
            }
        }
        JsonNode rules =
                YAML.valueToTree(
                        Map.of("groups", List.of(Map.of("name", "boards", "rules", asked))));
        Path file = folder.resolve("boards.yml");
        YAML.writeValue(file.toFile(), rules);

        Said boards = promtool("check", "rules", file.toString());
        Said alerts = promtool("check", "rules", RULES.toString());

        assertThat(boards.exit()).as(boards.words()).isZero();
        assertThat(alerts.exit()).as(alerts.words()).isZero();
    }

    private static String heading(String line) {
        return line.replaceFirst("^#+ ", "");
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode group : YAML.readTree(RULES.toFile()).path("groups")) {
            group.path("rules").forEach(rules::add);
        }
        return rules;
    }

    private record Said(int exit, String words) {}

    private static Said promtool(String... words) throws IOException, InterruptedException {
        boolean there =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(there, "promtool is not installed (Debian: prometheus): no rule was tried");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        return new Said(process.waitFor(), said);
    }
}
