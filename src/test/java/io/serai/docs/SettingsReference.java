package io.serai.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Every setting of Serai: from the types that bind them, and the values and words of one file. */
final class SettingsReference {

    private static final String HEAD =
            """
            # Settings

            Every setting below `serai.`, made from the code: the types that take them say what they mean, `application.yaml` what they are by default. Any can be
            given as an environment variable (upper case, `.` as `_`, `-` left out: `serai.db.pool.engine` is `SERAI_DB_POOL_ENGINE`), on the command line
            (`--serai.db.pool.engine=32`), or in `config/application.yaml` beside the program. Secrets belong in the environment. How to use them is told in
            [operations](operations.md); `server.*`, `spring.*`, `camel.*` and `management.*` are those of Spring Boot and Camel, as `application.yaml` has them.

            | setting | default | meaning |
            |---|---|---|
            """;

    private record Setting(@Nullable String value, String meaning) {}

    private final Map<String, Setting> settings = new TreeMap<>();

    /**
     * @param types what the configuration processor wrote of the types that bind settings
     * @param values the file of defaults
     */
    SettingsReference(Path types, Path values) throws IOException {
        JsonNode bound = new ObjectMapper().readTree(Files.readString(types));
        for (JsonNode property : bound.path("properties")) {
            JsonNode value = property.path("defaultValue");
            settings.put(
                    property.path("name").asText(),
                    new Setting(
                            value.isMissingNode() ? null : words(value),
                            property.path("description").asText()));
        }
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        try (var text = new StringReader(Files.readString(values))) {
            given("", new Yaml(options).compose(text));
        }
        settings.keySet().removeIf(name -> !name.startsWith("serai."));
        settings.keySet()
                .removeIf(
                        name ->
                                settings.keySet().stream()
                                        .anyMatch(other -> other.startsWith(name + ".")));
    }

    /** The whole page. */
    String page() {
        return HEAD
                + settings.entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String name, Setting setting) {
        String value =
                setting.value() == null || setting.value().isEmpty() ? "none" : setting.value();
        return "| `%s` | %s | %s |\n"
                .formatted(
                        name,
                        value.equals("none") ? value : "`" + value.replace("|", "\\|") + "`",
                        setting.meaning().replace("|", "\\|"));
    }

    private void given(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple each : mapping.getValue()) {
                String key = ((ScalarNode) each.getKeyNode()).getValue();
                String path = name.isEmpty() ? key : name + "." + key;
                given(path, each.getValueNode());
            }
        } else {
            Setting known = settings.get(name);
            settings.put(
                    name,
                    new Setting(
                            value(node),
                            known == null || known.meaning().isEmpty()
                                    ? comment(node)
                                    : known.meaning()));
        }
    }

    private static String value(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(SettingsReference::value)
                    .collect(Collectors.joining(", "));
        }
        return ((ScalarNode) node).getValue();
    }

    private static String comment(Node node) {
        List<CommentLine> lines = node.getInLineComments();
        return lines == null
                ? ""
                : lines.stream()
                        .map(line -> line.getValue().strip())
                        .collect(Collectors.joining(" "));
    }

    private static String words(JsonNode value) {
        if (value.isArray()) {
            var texts = new java.util.ArrayList<String>();
            value.forEach(each -> texts.add(each.asText()));
            return String.join(", ", texts);
        }
        return value.asText().toLowerCase(Locale.ROOT).equals("null") ? "" : value.asText();
    }
}
