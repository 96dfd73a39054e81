package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersionDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Calls Expedia's ports as shared code does, through Serai's own door, for one house. */
record ExpediaPorts(ExpediaHouse house) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a port answers; it keeps to the contract.
     *
     * @param contract the definition of the answer, as {@code photo-push.json#/$defs/out}
     */
    JsonNode call(String port, String contract, String request) {
        Exchange answered =
                house.serai()
                        .part(CamelContext.class)
                        .createFluentProducerTemplate()
                        .to("direct:expedia-" + port)
                        .withBody(request)
                        .withHeader("Serai-Account", account())
                        .withHeader("Serai-Connection", (long) house.connection())
                        .withHeader("Serai-Call", port)
                        .send();
        assertThat(answered.getException()).isNull();
        try {
            JsonNode answer = JSON.readTree(answered.getMessage().getBody(String.class));
            assertThat(faults(contract, answer)).as(answer.toString()).isEmpty();
            return answer;
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long account() {
        return house.sql()
                .sql("select account_id from third_party_integrations where id = ?")
                .param(house.connection())
                .query(Long.class)
                .single();
    }

    private static Iterable<?> faults(String contract, JsonNode answer) {
        String[] place = contract.split("#");
        try {
            var schema =
                    (com.fasterxml.jackson.databind.node.ObjectNode)
                            JSON.readTree(Path.of("mappings/schema", place[0]).toFile());
            schema.remove("anyOf");
            schema.put("$ref", "#" + place[1]);
            return JsonSchemaFactory.getInstance(SpecVersionDetector.detect(schema))
                    .getSchema(Path.of("mappings/schema", place[0]).toUri(), schema)
                    .validate(answer);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
