package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of the port and the schema of the port say the same. */
class PushContractTests {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema CONTRACT =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    @ParameterizedTest
    @MethodSource("records")
    void namesTheSamePropertiesAsTheSchema(String name, Class<?> type) {
        JsonNode object = SCHEMA.at("/$defs/" + name);

        assertThat(names(type)).isEqualTo(keys(object.get("properties")));
        assertThat(required(type))
                .containsExactlyInAnyOrderElementsOf(texts(object.path("required")));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("in", PushRequest.class),
                Arguments.of("update", PushRequest.Update.class),
                Arguments.of("values", NightValues.class),
                Arguments.of("out", PushAnswer.class),
                Arguments.of("item", PushAnswer.Item.class));
    }

    @ParameterizedTest
    @MethodSource("words")
    void knowsTheSameWordsAsTheSchema(String pointer, Object[] values) {
        List<String> words =
                Arrays.stream(values).map(value -> JSON.valueToTree(value).asText()).toList();

        assertThat(words).isEqualTo(texts(SCHEMA.at(pointer)));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/$defs/in/properties/target/enum", PushRequest.Target.values()),
                Arguments.of("/$defs/update/properties/days/items/enum", PushRequest.Day.values()),
                Arguments.of("/$defs/out/properties/outcome/enum", PushAnswer.Outcome.values()),
                Arguments.of("/$defs/item/properties/outcome/enum", Meaning.values()));
    }

    @Test
    void writesARequestThatTheSchemaTakesAndReadsItBack() throws IOException {
        PushRequest request = request();

        String json = JSON.writeValueAsString(request);

        assertThat(CONTRACT.validate(JSON.readTree(json))).isEmpty();
        assertThat(json)
                .contains(
                        "\"price\":{\"2\":\"1300.00\"}", "\"min-through\":3", "\"days\":[\"fri\"]")
                .doesNotContain("null,", "\"rooms\"");
        assertThat(JSON.readValue(json, PushRequest.class)).isEqualTo(request);
    }

    @Test
    void writesAnAnswerThatTheSchemaTakesAndReadsItBack() throws IOException {
        PushAnswer answer =
                new PushAnswer(
                        "cnVpZA==",
                        PushAnswer.Outcome.PARTLY,
                        7,
                        List.of(
                                new PushAnswer.Item(
                                        2, List.of("price"), Meaning.REFUSED, "3103", "currency")));

        String json = JSON.writeValueAsString(answer);

        assertThat(CONTRACT.validate(JSON.readTree(json))).isEmpty();
        assertThat(JSON.readValue(json, PushAnswer.class)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1300.00\"", "\"fri\"", "\"2027-02-01\"", "\"test\"", "\"EUR\""})
    void refusesARequestWithAWrongWord(String right) throws IOException {
        String wrong = JSON.writeValueAsString(request()).replace(right, "\"?\"");

        assertThat(CONTRACT.validate(JSON.readTree(wrong))).isNotEmpty();
    }

    private static PushRequest request() {
        LocalDate first = LocalDate.of(2027, 2, 1);
        NightValues values =
                new NightValues(
                        null,
                        null,
                        false,
                        Map.of("2", Amount.of("1300.00")),
                        Map.of("1", Arrays.asList(Amount.of("99.50"), null)),
                        null,
                        3,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null);
        return new PushRequest(
                "777001",
                "EUR",
                "rates",
                PushRequest.Target.TEST,
                List.of(
                        new PushRequest.Update(
                                1,
                                "900001",
                                "500001",
                                first,
                                first.plusDays(6),
                                List.of(PushRequest.Day.of(DayOfWeek.FRIDAY)),
                                values)));
    }

    private static List<String> names(Class<?> type) {
        return JSON
                .getSerializationConfig()
                .introspect(JSON.constructType(type))
                .findProperties()
                .stream()
                .map(BeanPropertyDefinition::getName)
                .sorted()
                .toList();
    }

    private static List<String> required(Class<?> type) {
        Map<String, RecordComponent> components =
                Arrays.stream(type.getRecordComponents())
                        .collect(Collectors.toMap(RecordComponent::getName, it -> it));
        return JSON
                .getSerializationConfig()
                .introspect(JSON.constructType(type))
                .findProperties()
                .stream()
                .filter(it -> !nullable(components.get(it.getInternalName())))
                .map(BeanPropertyDefinition::getName)
                .sorted()
                .toList();
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<String> keys(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).sorted().toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(Path.of("mappings/schema/ari-push.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
