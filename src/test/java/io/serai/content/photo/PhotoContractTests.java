package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.channel.Meaning;
import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of the ports for photos and their schemas say the same. */
class PhotoContractTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("mappings/schema").toAbsolutePath();

    @ParameterizedTest
    @MethodSource("records")
    void namesTheSamePropertiesAsTheSchema(String port, String name, Class<?> type) {
        var properties = schema(port).at("/$defs/" + name + "/properties").fieldNames();

        assertThat(properties)
                .toIterable()
                .containsExactlyElementsOf(
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("photo-push", "in", PhotoPush.class),
                Arguments.of("photo-push", "photo", PhotoPush.Shown.class),
                Arguments.of("photo-push", "room", PhotoPush.Room.class),
                Arguments.of("photo-push", "gallery", PhotoPush.Gallery.class),
                Arguments.of("photo-push", "out", PhotoAnswer.class),
                Arguments.of("photo-push", "item", PhotoAnswer.Item.class),
                Arguments.of("photo-read", "in", PhotoQuestion.class),
                Arguments.of("photo-read", "asked", PhotoQuestion.Asked.class),
                Arguments.of("photo-read", "out", PhotoFindings.class),
                Arguments.of("photo-read", "found", PhotoFindings.Found.class));
    }

    @ParameterizedTest
    @MethodSource("words")
    void knowsTheSameWordsAsTheSchema(String port, String pointer, List<?> values) {
        var words = schema(port).at(pointer);

        assertThat(StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        values.stream().map(value -> JSON.valueToTree(value).asText()).toList());
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        "photo-push",
                        "/$defs/in/properties/act/enum",
                        List.of(PhotoPush.Act.values())),
                Arguments.of(
                        "photo-push",
                        "/$defs/out/properties/outcome/enum",
                        List.of(Outcome.values())),
                Arguments.of(
                        "photo-push",
                        "/$defs/out/properties/state/enum",
                        List.of(PhotoState.PENDING, PhotoState.LIVE, PhotoState.REFUSED)),
                Arguments.of(
                        "photo-push",
                        "/$defs/item/properties/outcome/enum",
                        List.of(Meaning.values())),
                Arguments.of(
                        "photo-read",
                        "/$defs/found/properties/state/enum",
                        List.of(PhotoState.values())));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void writesRequestsThatTheSchemaTakesAndReadsThemBack(PhotoPush request) throws IOException {
        String json = PortJson.write(request);

        assertThat(contract("photo-push").validate(JSON.readTree(json))).isEmpty();
        assertThat(PortJson.read(json, PhotoPush.class)).isEqualTo(request);
    }

    static Stream<PhotoPush> requests() {
        return Stream.of(
                new PhotoPush("7", PhotoPush.Act.ADD, shown(), null, null),
                new PhotoPush("7", PhotoPush.Act.CHANGE, shown(), "p-1", null),
                new PhotoPush("7", PhotoPush.Act.REMOVE, null, "p-1", null),
                new PhotoPush(
                        "7",
                        PhotoPush.Act.ORDER,
                        null,
                        null,
                        new PhotoPush.Gallery(null, "p-1", List.of("p-1", "p-2"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"add\"", "\"image/png\"", "\"https://serai.example/photos/x.png\""})
    void refusesARequestWithAWrongWord(String right) throws IOException {
        String wrong =
                PortJson.write(new PhotoPush("7", PhotoPush.Act.ADD, shown(), null, null))
                        .replace(right, "\"?\"");

        assertThat(contract("photo-push").validate(JSON.readTree(wrong))).isNotEmpty();
    }

    @Test
    void takesAnAnswerOfWhichOnlyTheOutcomeIsKnown() {
        PhotoAnswer answer = PortJson.read("{\"outcome\":\"later\",\"more\":1}", PhotoAnswer.class);

        assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
        assertThat(answer.items()).isEmpty();
    }

    private static PhotoPush.Shown shown() {
        return new PhotoPush.Shown(
                "12",
                "https://serai.example/photos/x.png",
                "image/png",
                1200,
                800,
                true,
                1,
                List.of(new PhotoPush.Room("777001", true)),
                Map.of("en", "The garden"));
    }

    private static JsonSchema contract(String port) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SCHEMAS.resolve(port + ".json").toUri());
    }

    private static JsonNode schema(String port) {
        try {
            return JSON.readTree(SCHEMAS.resolve(port + ".json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
