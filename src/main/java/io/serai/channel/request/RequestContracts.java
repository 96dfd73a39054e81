package io.serai.channel.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import io.serai.flow.FlowSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What each port takes: {@code mappings/schema/<port>.json}. */
@Component
public class RequestContracts {

    private static final String REQUEST = "request";
    private static final String DEFINITION = "#/definitions/";
    private static final List<String> FILLED_IN = List.of("hotel", "number", "action");

    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build();

    private final Path schemas;
    private final ObjectMapper json;

    RequestContracts(FlowSettings folders, ObjectMapper json) {
        this.schemas = folders.mappings().resolve("schema");
        this.json = json;
    }

    /** What is wrong with a request, each beginning with its place; empty when nothing is. */
    public List<String> faults(String port, JsonNode request) {
        return faults(port, REQUEST, request);
    }

    /**
     * As {@link #faults(String, JsonNode)}, for one of several actions of a port.
     *
     * @param action its definition is the schema; that of the port's request, where it has none
     */
    public List<String> faults(String port, String action, JsonNode request) {
        ObjectNode schema = schema(port);
        schema.put("$ref", "#/definitions/" + named(schema, action));
        return JsonSchemaFactory.getInstance(SpecVersionDetector.detect(schema))
                .getSchema(schema, POINTERS)
                .validate(request)
                .stream()
                .map(RequestContracts::placed)
                .sorted()
                .toList();
    }

    /**
     * The schema of what a caller says of an action: without what Serai fills in itself, and what
     * can only be one.
     */
    public ObjectNode needs(String port, String action) {
        ObjectNode schema = schema(port);
        JsonNode definitions = schema.path("definitions");
        ObjectNode needs = (ObjectNode) definitions.path(named(schema, action)).deepCopy();
        ObjectNode properties = (ObjectNode) needs.path("properties");
        properties.remove(FILLED_IN);
        properties.properties().removeIf(each -> each.getValue().has("const"));
        return (ObjectNode) inlined(needs, definitions);
    }

    /** The whole request has an empty pointer. */
    private static String placed(ValidationMessage fault) {
        String words = fault.getMessage();
        return words.startsWith(":") ? REQUEST + words : words;
    }

    private static String named(ObjectNode schema, String action) {
        return schema.path("definitions").has(action) ? action : REQUEST;
    }

    private static JsonNode inlined(JsonNode node, JsonNode definitions) {
        if (node.path("$ref").asText().startsWith(DEFINITION)) {
            ObjectNode whole =
                    (ObjectNode)
                            inlined(
                                    definitions
                                            .path(
                                                    node.path("$ref")
                                                            .asText()
                                                            .substring(DEFINITION.length()))
                                            .deepCopy(),
                                    definitions);
            node.properties().stream()
                    .filter(each -> !each.getKey().equals("$ref"))
                    .forEach(each -> whole.set(each.getKey(), each.getValue()));
            return whole;
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> each.setValue(inlined(each.getValue(), definitions)));
        }
        return node;
    }

    private ObjectNode schema(String port) {
        Path file = schemas.resolve(port + ".json");
        try {
            return (ObjectNode) json.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": not readable", unreadable);
        }
    }
}
