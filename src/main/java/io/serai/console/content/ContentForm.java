package io.serai.console.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A form for a part of a hotel's content, made of what the contract says of its kind. */
final class ContentForm {

    private static final int EMPTY_ROWS = 2;

    private final JsonNode schema;
    private final Collection<String> languages;
    private final List<String> faults;

    /**
     * @param languages those that texts are asked for in
     * @param faults what is wrong with the content, each beginning with its place
     */
    ContentForm(JsonNode schema, Collection<String> languages, List<String> faults) {
        this.schema = schema;
        this.languages = languages;
        this.faults = faults;
    }

    /** Its inputs, in the order of the contract, saying what the content says. */
    List<ContentField> fields(JsonNode content) {
        return group("", schema, content);
    }

    private List<ContentField> group(String before, JsonNode said, JsonNode content) {
        List<ContentField> fields = new ArrayList<>();
        said.path("properties")
                .properties()
                .forEach(
                        each ->
                                fields.add(
                                        field(
                                                before + each.getKey(),
                                                ContentSchema.words(each.getKey()),
                                                each.getValue(),
                                                content.path(each.getKey()))));
        return fields;
    }

    private ContentField field(String name, String label, JsonNode said, JsonNode content) {
        String kind = ContentSchema.kind(said);
        List<ContentField> within =
                switch (kind) {
                    case "group" -> group(name + ".", said, content);
                    case "rows" -> rows(name, said.path("items"), content);
                    case "texts" -> texts(name, content);
                    default -> List.of();
                };
        return new ContentField(
                name,
                label,
                hint(kind, said),
                kind,
                value(kind, content),
                ContentSchema.choices(said),
                kind.equals("checks") ? texts(content) : List.of(),
                within,
                problem(name));
    }

    private static String hint(String kind, JsonNode said) {
        String words = said.path("description").asText("");
        return switch (kind) {
            case "words" ->
                    words.isEmpty()
                            ? "with commas between them"
                            : words + "; with commas between them";
            case "texts" -> "";
            default -> words;
        };
    }

    private static String value(String kind, JsonNode content) {
        if (kind.equals("json")) {
            return content.isObject() ? content.toPrettyString() : "";
        }
        if (kind.equals("words")) {
            return String.join(", ", texts(content));
        }
        return content.isValueNode() && !content.isNull() ? content.asText() : "";
    }

    private List<ContentField> rows(String name, JsonNode item, JsonNode content) {
        List<ContentField> rows = new ArrayList<>();
        boolean outer = !name.matches(".*[.][0-9]+[.].*");
        for (int row = 0; row < content.size() + (outer ? EMPTY_ROWS : 1); row++) {
            JsonNode its = Objects.requireNonNullElse(content.get(row), MissingNode.getInstance());
            rows.add(field(name + "." + row, Integer.toString(row + 1), item, its));
        }
        return rows;
    }

    private List<ContentField> texts(String name, JsonNode content) {
        return languages.stream()
                .map(
                        language ->
                                new ContentField(
                                        name + "." + language,
                                        language,
                                        "",
                                        "long",
                                        content.path(language).asText(""),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        problem(name + "." + language)))
                .toList();
    }

    private @Nullable String problem(String name) {
        String place = "/" + name.replace('.', '/') + ":";
        return faults.stream()
                .filter(fault -> fault.startsWith(place))
                .map(fault -> fault.substring(place.length()).strip())
                .reduce((one, other) -> one + "; " + other)
                .orElse(null);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
