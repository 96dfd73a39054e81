package io.serai.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersionDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an example shows on our side of a mapping keeps to the contract of its port. */
class MappingContractsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The contract that our side of a mapping's examples keeps to: file and definition. */
    private static final Map<String, String> CONTRACTS =
            Map.ofEntries(
                    Map.entry("availability-out", "ari-push.json#/$defs/in"),
                    Map.entry("rates-out", "ari-push.json#/$defs/in"),
                    Map.entry("restrictions-out", "ari-push.json#/$defs/in"),
                    Map.entry("ar-out", "ari-push.json#/$defs/in"),
                    Map.entry("bn-in", "reservation.json#/$defs/reservation"),
                    Map.entry("bc-out", "reservations-confirm.json#/definitions/request"),
                    Map.entry("br-in", "reservation.json#/$defs/reservation"),
                    Map.entry("los-out", "ari-push.json#/$defs/in"),
                    Map.entry("offsets-out", "ari-push.json#/$defs/in"),
                    Map.entry("confirm-out", "reservations-confirm.json#/definitions/request"),
                    Map.entry("products-out", "products-read.json#/definitions/request"),
                    Map.entry("products-in", "products-read.json#/definitions/answer"),
                    Map.entry("read-out", "ari-read.json#/definitions/request"),
                    Map.entry("read-in", "ari-read.json#/definitions/answer"),
                    Map.entry("graph-reservation-in", "reservation.json#/$defs/reservation"),
                    Map.entry("payment-cards-in", "payment-cards-read.json#/definitions/list"),
                    Map.entry("payment-in", "payment-read.json#/definitions/picture"),
                    Map.entry("graph-payment-in", "payment-read.json#/definitions/picture"),
                    Map.entry("graph-payment-out", "payment-read.json#/definitions/request"),
                    Map.entry("products-push-in", "products-push.json#/definitions/answer"),
                    Map.entry("content-in", "content-push.json#/definitions/answer"),
                    Map.entry("content-descriptions-out", "content-push.json#/definitions/request"),
                    Map.entry("content-contacts-out", "content-push.json#/definitions/request"),
                    Map.entry("content-policies-out", "content-push.json#/definitions/request"),
                    Map.entry("content-charges-out", "content-push.json#/definitions/request"),
                    Map.entry("content-rate-plan-out", "content-push.json#/definitions/request"),
                    Map.entry(
                            "bookingcom/content-product-out",
                            "content-push.json#/definitions/request"),
                    Map.entry("deposit-out", "deposit-push.json#/definitions/request"),
                    Map.entry("deposit-in", "deposit-read.json#/definitions/answer"),
                    Map.entry("property-out", "property-push.json#/definitions/request"),
                    Map.entry("expedia/content-room-out", "content-push.json#/definitions/request"),
                    Map.entry("content-room-in", "content-push.json#/definitions/answer"),
                    Map.entry("content-product-in", "content-push.json#/definitions/answer"),
                    Map.entry(
                            "expedia/content-property-out",
                            "content-push.json#/definitions/request"),
                    Map.entry("content-property-in", "content-push.json#/definitions/answer"),
                    Map.entry("photo-out", "photo-push.json#/$defs/in"),
                    Map.entry("photo-in", "photo-push.json#/$defs/out"),
                    Map.entry("photo-read-in", "photo-read.json#/$defs/out"),
                    Map.entry("property-status-in", "property-push.json#/definitions/answer"),
                    Map.entry("photo-states-in", "photo-read.json#/$defs/out"),
                    Map.entry("photo-known-in", "photo-read.json#/$defs/out"),
                    Map.entry("reservation-in", "reservation.json#/$defs/reservation"));

    @ParameterizedTest
    @MethodSource("ours")
    void keepsToTheContractOfItsPort(Path ours, String contract) throws IOException {
        String[] place = contract.split("#");
        ObjectNode schema =
                (ObjectNode) JSON.readTree(Path.of("mappings/schema", place[0]).toFile());
        schema.remove("anyOf");
        schema.put("$ref", "#" + place[1]);

        var broken =
                JsonSchemaFactory.getInstance(SpecVersionDetector.detect(schema))
                        .getSchema(schema)
                        .validate(json(ours));

        assertThat(broken).isEmpty();
    }

    static Stream<Arguments> ours() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            return files
                    .filter(MappingContractsTests::isOurs)
                    .sorted()
                    .map(file -> Arguments.of(file, contract(file)))
                    .toList()
                    .stream();
        }
    }

    private static boolean isOurs(Path file) {
        String side = mapping(file).endsWith("-out") ? ".input.json" : ".expected.json";
        return contract(file) != null && file.toString().endsWith(side);
    }

    /** By the mapping's name, or by its channel's folder and its name where channels differ. */
    private static String contract(Path file) {
        Path folder = file.getName(Math.min(1, file.getNameCount() - 1));
        return CONTRACTS.getOrDefault(mapping(file), CONTRACTS.get(folder + "/" + mapping(file)));
    }

    private static String mapping(Path file) {
        return file.getFileName().toString().split("\\.")[0];
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": not readable", unreadable);
        }
    }
}
