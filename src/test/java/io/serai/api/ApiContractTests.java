package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract and the routes that keep it. */
class ApiContractTests {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void hasARouteForEachOperationAndAnOperationForEachRoute() throws IOException {
        Map<String, String> routes = routes();

        Map<String, String> operations = operations();

        assertThat(routes).isNotEmpty().isEqualTo(operations);
    }

    @Test
    void refersOnlyToWhatTheDocumentHolds() throws IOException {
        JsonNode document = document();

        List<String> references = document.findValuesAsText("$ref");

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> document.at(reference.substring(1)).isObject());
    }

    @Test
    void saysOfEachRequestBodyWhatItConsumes() throws IOException {
        List<String> silent = new ArrayList<>();

        for (JsonNode from : consumers()) {
            JsonNode parameters = from.path("parameters");
            if (parameters.path("httpMethodRestrict").asText().equals("POST")
                    && isOfTheApi(parameters)
                    && !parameters.hasNonNull("consumes")) {
                silent.add(parameters.path("path").asText());
            }
        }

        assertThat(silent).isEmpty();
    }

    /** What a channel sends to a webhook is the channel's choice. */
    private static boolean isOfTheApi(JsonNode parameters) {
        return parameters.path("path").asText().startsWith("/api/");
    }

    static JsonNode document() throws IOException {
        return YAML.readTree(Files.readString(Path.of("src/main/resources/openapi/serai.yaml")));
    }

    private static Map<String, String> operations() throws IOException {
        Map<String, String> operations = new TreeMap<>();
        document()
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method -> {
                                                    JsonNode id =
                                                            method.getValue().path("operationId");
                                                    if (id.isTextual()) {
                                                        operations.put(
                                                                id.asText(),
                                                                method.getKey()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));
        return operations;
    }

    private static Map<String, String> routes() throws IOException {
        Map<String, String> routes = new TreeMap<>();
        for (JsonNode file : files()) {
            JsonNode route = file.path(0).path("route");
            JsonNode parameters = route.path("from").path("parameters");
            if (parameters.path("path").asText().startsWith("/api/")) {
                routes.put(
                        route.path("id").asText(),
                        parameters.path("httpMethodRestrict").asText()
                                + " "
                                + parameters.path("path").asText());
            }
        }
        return routes;
    }

    private static List<JsonNode> consumers() throws IOException {
        return files().stream()
                .map(file -> file.path(0).path("route").path("from"))
                .filter(from -> from.path("uri").asText().equals("platform-http"))
                .toList();
    }

    private static List<JsonNode> files() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("routes"))) {
            for (Path file : all.filter(it -> it.toString().endsWith(".camel.yaml")).toList()) {
                files.add(YAML.readTree(Files.readString(file)));
            }
        }
        return files;
    }
}
