package io.serai.channel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.boot.convert.DurationStyle;

/**
 * Reads a {@code channel.yaml}: its placeholders, its schema, its inner consistency, in this order.
 */
final class ChannelFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .addModule(new SimpleModule().addDeserializer(Duration.class, new Waits()))
                    .build();

    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build();

    private final JsonSchema schema;
    private final UnaryOperator<String> placeholders;

    /**
     * @param schema the file of the schema
     * @param placeholders fills the placeholders of a value
     */
    ChannelFile(Path schema, UnaryOperator<String> placeholders) {
        this.placeholders = placeholders;
        try {
            this.schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(schema), POINTERS);
        } catch (IOException unreadable) {
            throw new ChannelRefused(
                    schema.toString(),
                    0,
                    "not readable (expected: the schema of channel.yaml)",
                    unreadable);
        }
    }

    /**
     * Reads a text that is to be in a file.
     *
     * @throws ChannelRefused naming file, line and reason
     */
    ChannelDefinition read(Path file, String content) {
        YamlText text = new YamlText(file.toString(), content, placeholders);
        schema.validate(text.json()).stream()
                .min(Comparator.comparing(ChannelFile::depth).reversed())
                .ifPresent(
                        message -> {
                            throw text.refusal(pointer(message), reason(message, text.json()));
                        });
        try {
            ChannelDefinition channel = MAPPER.treeToValue(text.json(), ChannelDefinition.class);
            new ChannelCheck(channel, text).check();
            return channel;
        } catch (JsonProcessingException wrong) {
            throw new ChannelRefused(file.toString(), 0, wrong.getOriginalMessage(), wrong);
        }
    }

    /** The whole file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ChannelRefused(
                    file.toString(), 0, "not readable (expected: a UTF-8 text)", unreadable);
        }
    }

    private static int depth(ValidationMessage message) {
        return message.getInstanceLocation().getNameCount();
    }

    private static String pointer(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        boolean missing = "required".equals(message.getType());
        return message.getProperty() == null || missing
                ? at
                : YamlText.below(at, message.getProperty());
    }

    private static String reason(ValidationMessage message, JsonNode json) {
        String words = message.getMessage().replaceFirst("^[^:]*: ", "");
        JsonNode met = json.at(pointer(message));
        return met.isValueNode() ? "'" + met.asText() + "' " + words : words;
    }

    /** Reads {@code 20s}. */
    private static final class Waits extends StdScalarDeserializer<Duration> {

        private static final long serialVersionUID = 1L;

        Waits() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return DurationStyle.SIMPLE.parse(parser.getText());
        }
    }
}
