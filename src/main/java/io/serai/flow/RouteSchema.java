package io.serai.flow;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Set;

/**
 * Camel's own schema of its YAML language: knows every step and key, not the options of components.
 * Reading it takes a quarter of a second, checking a file some milliseconds.
 */
final class RouteSchema {

    private static final String SCHEMA = "/schema/camelYamlDsl.json";

    /** Draft 4, and the one key that Camel adds to it. */
    private static final JsonMetaSchema LANGUAGE =
            JsonMetaSchema.builder(JsonMetaSchema.getV4())
                    .keyword(new NonValidationKeyword("deprecated"))
                    .build();

    /**
     * Only what files use is unfolded. All of it ahead takes 300 MB, when the stack is deep enough
     * for it to succeed.
     */
    private static final SchemaValidatorsConfig AS_NEEDED =
            SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();

    private final JsonNodeReader reader = JsonNodeReader.builder().locationAware().build();
    private final JsonSchema schema;

    RouteSchema() {
        try (InputStream source = RouteSchema.class.getResourceAsStream(SCHEMA)) {
            schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V4, with -> with.metaSchema(LANGUAGE))
                            .getSchema(source, AS_NEEDED);
        } catch (IOException e) {
            throw new IllegalStateException(SCHEMA + " of camel-yaml-dsl cannot be read", e);
        }
    }

    /** Refuses a text that is not YAML, holds nothing, or is not of the language. */
    void check(String text) {
        JsonNode root = parse(text);
        if (root == null || root.isMissingNode() || root.isNull() || isEmptyList(root)) {
            throw new FlowRefused(1, "is empty (expected: a route; delete the file to stop it)");
        }
        Set<ValidationMessage> found = schema.validate(root);
        found.stream()
                .filter(one -> !isPlaceholder(one.getInstanceNode()))
                .max(Comparator.comparingInt(RouteSchema::depth).thenComparing(RouteSchema::rank))
                .ifPresent(
                        worst -> {
                            throw new FlowRefused(lineOf(text, worst), reason(worst));
                        });
    }

    private JsonNode parse(String text) {
        try {
            return reader.readTree(text, InputFormat.YAML);
        } catch (IOException | IllegalArgumentException e) {
            Throwable cause = e instanceof IllegalArgumentException ? e.getCause() : e;
            throw cause instanceof JsonProcessingException yaml
                    ? notYaml(yaml)
                    : new FlowRefused(0, "is not YAML: " + Reasons.of(e), e);
        }
    }

    private static FlowRefused notYaml(JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        return new FlowRefused(line, "is not YAML: " + problem, e);
    }

    private static boolean isEmptyList(JsonNode root) {
        return root.isContainerNode() && root.isEmpty();
    }

    /** Whatever it will be, Camel converts it when the property is known. */
    private static boolean isPlaceholder(JsonNode value) {
        return value.isTextual() && value.asText().contains("{{");
    }

    private static int depth(ValidationMessage found) {
        return found.getInstanceLocation().getNameCount();
    }

    /** Of several complaints about one place, the one that names a key says most. */
    private static int rank(ValidationMessage found) {
        return switch (found.getType()) {
            case "additionalProperties", "required", "enum" -> 2;
            case "oneOf", "anyOf", "not" -> 0;
            default -> 1;
        };
    }

    private static int lineOf(String text, ValidationMessage found) {
        JsonNode place = found.getInstanceNode();
        JsonLocation at = JsonNodes.tokenLocationOf(place);
        int line = at == null ? 0 : at.getLineNr();
        boolean named = found.getProperty() != null && place.has(found.getProperty());
        return named ? Lines.lineOf(text, found.getProperty(), line) : line;
    }

    private static String reason(ValidationMessage found) {
        return found.getInstanceLocation() + ": " + found.getError();
    }
}
