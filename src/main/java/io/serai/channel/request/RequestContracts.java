package io.serai.channel.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersionDetector;
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
        Path file = schemas.resolve(port + ".json");
        try {
            ObjectNode schema = (ObjectNode) json.readTree(file.toFile());
            schema.put("$ref", "#/definitions/request");
            return JsonSchemaFactory.getInstance(SpecVersionDetector.detect(schema))
                    .getSchema(schema, POINTERS)
                    .validate(request)
                    .stream()
                    .map(fault -> fault.getMessage())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": not readable", unreadable);
        }
    }
}
