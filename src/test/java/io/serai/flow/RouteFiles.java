package io.serai.flow;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The YAML route files of a folder, read with the line of everything in them. */
final class RouteFiles {

    private static final JsonNodeReader READER = JsonNodeReader.builder().locationAware().build();

    private RouteFiles() {}

    /** The texts, by path below the folder; none when there is no such folder. */
    static Map<String, String> below(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String file = folder.relativize(path).toString().replace('\\', '/');
                    if (RouteText.isRouteFile(file) && file.endsWith(".yaml")) {
                        texts.put(file, Files.readString(path));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    static JsonNode parse(String text) {
        try {
            return READER.readTree(text, InputFormat.YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The routes of a file, those in templates too. */
    static List<JsonNode> routes(JsonNode root) {
        return Stream.concat(
                        root.findValues("route").stream(),
                        root.findValues("routeTemplate").stream())
                .toList();
    }

    /** Every key with its value, at any depth. */
    static void visit(JsonNode node, BiConsumer<String, JsonNode> each) {
        node.properties()
                .forEach(
                        field -> {
                            each.accept(field.getKey(), field.getValue());
                            visit(field.getValue(), each);
                        });
        if (node.isArray()) {
            node.forEach(element -> visit(element, each));
        }
    }

    static int lineOf(JsonNode node) {
        JsonLocation at = JsonNodes.tokenLocationOf(node);
        return at == null ? 0 : at.getLineNr();
    }
}
