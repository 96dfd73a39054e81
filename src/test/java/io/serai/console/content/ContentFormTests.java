package io.serai.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentFormTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema =
            read(
                    """
                    {"type": "object", "properties": {
                      "about": {"type": "object", "additionalProperties": {"type": "string"}},
                      "open": {"type": "boolean"},
                      "floors": {"type": "integer"},
                      "price": {"type": "string", "pattern": "^[0-9]+(\\\\.[0-9]+)?$"},
                      "spoken": {"type": "array", "items": {"type": "string"}},
                      "paid": {"type": "array", "items": {"enum": ["cash", "visa"]}},
                      "rooms": {"type": "array", "items": {"type": "object", "properties": {
                        "kind": {"enum": ["bedroom", "living-room"]},
                        "beds": {"type": "array", "items": {"type": "object", "properties": {"type": {"enum": ["king"]}, "count": {"type": "integer"}}}},
                        "instead": {"type": "array", "items": {"type": "array", "items": {"type": "object", "properties": {"count": {"type": "integer"}}}}}}}},
                      "own": {"type": "object"}}}
                    """);

    @Test
    void readsBackWhatItShows() {
        JsonNode content =
                read(
                        """
                        {"about": {"en": "The house", "pt-BR": "A casa"}, "open": false, "floors": 3, "price": "12.50", "spoken": ["en", "pt"], "paid": ["visa"],
                         "rooms": [{"kind": "bedroom", "beds": [{"type": "king", "count": 1}], "instead": [[{"count": 2}]]}, {"kind": "living-room"}],
                         "own": {"inn": {"code": 7}}}
                        """);

        JsonNode said = new ContentEntered(entered(content)).read(schema);

        assertThat(said).isEqualTo(content);
    }

    @Test
    void understandsACommaAndKeepsForTheContractWhatItDoesNotUnderstand() {
        JsonNode said =
                new ContentEntered(Map.of("price", List.of("12,50"), "floors", List.of("three")))
                        .read(schema);

        assertThat(said.path("price").asText()).isEqualTo("12.50");
        assertThat(said.path("floors").asText()).isEqualTo("three");
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithIt() {
        List<ContentField> fields =
                new ContentForm(schema, List.of("en"), List.of("/rooms/0/beds/0/count: too many"))
                        .fields(read("{\"rooms\": [{\"beds\": [{\"count\": 99}]}]}"));

        assertThat(all(fields))
                .filteredOn(field -> field.problem() != null)
                .singleElement()
                .satisfies(
                        field -> {
                            assertThat(field.name()).isEqualTo("rooms.0.beds.0.count");
                            assertThat(field.problem()).isEqualTo("too many");
                        });
    }

    /** What a browser sends of a form that shows this content. */
    private Map<String, List<String>> entered(JsonNode content) {
        Map<String, List<String>> entered = new HashMap<>();
        all(new ContentForm(schema, List.of("en", "pt-BR"), List.of()).fields(content))
                .forEach(
                        field ->
                                entered.put(
                                        field.name(),
                                        field.kind().equals("checks")
                                                ? field.chosen()
                                                : List.of(field.value())));
        return entered;
    }

    private static List<ContentField> all(List<ContentField> fields) {
        return fields.stream()
                .flatMap(
                        field ->
                                field.fields().isEmpty()
                                        ? java.util.stream.Stream.of(field)
                                        : all(field.fields()).stream())
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
