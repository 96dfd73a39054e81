package io.serai.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.channel.Meaning;
import io.serai.channel.PortJson;
import io.serai.channel.PushRequest.Target;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of the port and its schema say the same. */
class ContentContractTests {

    private static final JsonNode SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("records")
    void namesTheSameMembersAsTheSchema(String pointer, Class<?> type, Set<String> ours) {
        Set<String> theirs =
                SCHEMA.at("/definitions" + pointer).properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !ours.contains(name))
                        .collect(Collectors.toSet());

        Set<String> named =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());

        assertThat(named).isEqualTo(theirs);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("/request/properties", ContentRequest.class, Set.of()),
                Arguments.of("/part/properties", ContentRequest.Part.class, Set.of()),
                Arguments.of("/answer/properties", ContentAnswer.class, Set.of()),
                Arguments.of(
                        "/answer/properties/items/items/properties",
                        ContentAnswer.Item.class,
                        Set.of("update")));
    }

    @Test
    void writesARequestAsTheSchemaHasIt() throws IOException {
        var request =
                new ContentRequest(
                        "4711",
                        Target.TEST,
                        new ContentRequest.Part("room", "DBL", null, null, null),
                        true,
                        false,
                        List.of("name"),
                        JsonNodeFactory.instance.objectNode().put("name", "Double"),
                        Map.of("legal_entity", "88"));

        JsonNode written = new ObjectMapper().readTree(PortJson.write(request));

        var contract =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(((ObjectNode) schema()).put("$ref", "#/definitions/request"));
        assertThat(contract.validate(written)).isEmpty();
    }

    @Test
    void readsWhatPortsAnswer() {
        ContentAnswer answer =
                PortJson.read(
                        """
                        {"outcome": "partly", "reference": "r-1", "more": 1,
                         "items": [{"update": null, "fields": ["address.city"], "outcome": "refused", "words": "no such city"}]}
                        """,
                        ContentAnswer.class);

        assertThat(answer.outcome()).isEqualTo(ContentAnswer.Outcome.PARTLY);
        assertThat(answer.items())
                .containsExactly(
                        new ContentAnswer.Item(
                                List.of("address.city"), Meaning.REFUSED, null, "no such city"));
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("mappings", "schema", "content-push.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
