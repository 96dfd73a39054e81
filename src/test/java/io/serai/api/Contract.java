package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.api.ApiClient.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the OpenAPI document promises of an answer. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    /** The answer has this status, its media type, and the shape that the document names. */
    static void assertKeeps(Reply reply, int status, String schema) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(SCHEMAS.computeIfAbsent(schema, Contract::schema).validate(reply.body()))
                .as(reply.body().toString())
                .isEmpty();
        assertThat(reply.type())
                .startsWith(status < 300 ? "application/json" : "application/problem+json");
    }

    private static JsonSchema schema(String name) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        try {
            root.set("components", ApiContractTests.document().path("components"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }
}
