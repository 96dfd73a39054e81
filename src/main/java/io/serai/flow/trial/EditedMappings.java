package io.serai.flow.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Shows what edited mappings would now write otherwise than those in force, over the last messages
 * that were really sent. Which requests a mapping writes is what its examples show.
 */
public final class EditedMappings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path routes;
    private final Path inForce;
    private final Path edited;
    private final PrintStream out;

    /**
     * @param routes the folder of routes, whose channel.yaml names the channels
     * @param inForce the mappings that are compared with
     * @param edited the mappings that are compared
     * @param out where everything is said
     */
    public EditedMappings(Path routes, Path inForce, Path edited, PrintStream out) {
        this.routes = routes;
        this.inForce = inForce;
        this.edited = edited;
        this.out = out;
    }

    /** Prints the differences; how many messages would be others. */
    public int compare(SentMessages sent, int last) {
        int others = 0;
        try (MappingRun run = new MappingRun()) {
            for (Path folder : changedFolders()) {
                for (Map.Entry<Path, MappingExample> writer : writers(folder).entrySet()) {
                    others += compare(run, sent, folder, writer.getKey(), last);
                }
            }
        }
        out.println(others + " messages would be others");
        return others;
    }

    private int compare(MappingRun run, SentMessages sent, Path folder, Path mapping, int last) {
        MappingExample example = writers(folder).get(mapping);
        Path old = inForce.resolve(edited.relativize(mapping));
        int others = 0;
        List<SentMessages.Sent> messages = sent.last(code(folder), requests(folder, mapping), last);
        for (SentMessages.Sent message : messages) {
            String before = map(run, old, message, example);
            String after = map(run, mapping, message, example);
            String difference =
                    Difference.of(
                            edited.relativize(mapping) + " as sent in attempt " + message.attempt(),
                            before,
                            "edited",
                            after);
            if (!difference.isEmpty()) {
                out.println(difference);
                others++;
            }
        }
        out.println(edited.relativize(mapping) + ": " + messages.size() + " messages compared");
        return others;
    }

    private static String map(
            MappingRun run, Path mapping, SentMessages.Sent message, MappingExample example) {
        return Files.exists(mapping)
                ? run.map(
                        mapping,
                        message.body(),
                        true,
                        example.parameters(),
                        message.at().toString())
                : "";
    }

    /** The mappings of a folder that write requests, each with an example for its parameters. */
    private static Map<Path, MappingExample> writers(Path folder) {
        Map<Path, MappingExample> writers = new TreeMap<>();
        MappingExample.below(folder).stream()
                .filter(example -> !request(example).isEmpty())
                .forEach(example -> writers.putIfAbsent(example.mapping(), example));
        return writers;
    }

    private static Set<String> requests(Path folder, Path mapping) {
        Set<String> requests = new TreeSet<>();
        MappingExample.below(folder).stream()
                .filter(example -> example.mapping().equals(mapping))
                .map(EditedMappings::request)
                .filter(request -> !request.isEmpty())
                .forEach(requests::add);
        return requests;
    }

    private static String request(MappingExample example) {
        try {
            JsonNode input =
                    example.gets("json") ? JSON.readTree(example.inputText()) : JSON.missingNode();
            return input.has("updates") ? input.path("request").asText() : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(example.input() + ": not JSON", unreadable);
        }
    }

    private String code(Path folder) {
        Path file = routes.resolve(folder.getFileName()).resolve("channel.yaml");
        try {
            return new YAMLMapper().readTree(file.toFile()).path("code").asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": not readable", unreadable);
        }
    }

    private List<Path> changedFolders() {
        try (Stream<Path> folders = Files.list(edited)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("examples")))
                    .filter(this::isChanged)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(edited + ": not readable", unreadable);
        }
    }

    private boolean isChanged(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path old = inForce.resolve(edited.relativize(file));
                if (!Files.exists(old) || Files.mismatch(file, old) >= 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + ": not readable", unreadable);
        }
    }
}
