package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.serai.sandbox.content.Wrong.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The forms of the JSON messages, each a JSON Schema in a file. */
final class Schemas {

    private static final SchemaValidatorsConfig PLACES =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_PATH).build();

    private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();

    /** Refuses a message that is not of the form, naming each place. */
    void check(String form, JsonNode message) {
        var found = known.computeIfAbsent(form, Schemas::read).validate(message);
        if (!found.isEmpty()) {
            throw new Wrong(400, found.stream().map(Schemas::fault).sorted(FIRST).toList());
        }
    }

    private static final java.util.Comparator<Fault> FIRST =
            java.util.Comparator.comparing(Fault::field).thenComparing(Fault::words);

    private static Fault fault(ValidationMessage found) {
        var place = found.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        var property = found.getProperty();
        var field = property == null ? place : place.isEmpty() ? property : place + "." + property;
        return new Fault(
                "required".equals(found.getType()) ? Wrong.MISSING : Wrong.INVALID,
                field,
                found.getMessage());
    }

    private static JsonSchema read(String form) {
        var file = "/sandbox/content/" + form + ".json";
        try (InputStream source = Schemas.class.getResourceAsStream(file)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(source, PLACES);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
