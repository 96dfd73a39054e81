package io.serai.flow.trial;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One example of a mapping: {@code <mapping>.<case>.input.<xml|json>} beside {@code
 * <mapping>.<case>.expected.<xml|json|csv>}, and where the mapping has parameters besides, {@code
 * <mapping>.<case>.parameters.json}.
 *
 * @param mapping the file of the mapping
 * @param input what it gets
 * @param expected what it must give
 * @param parameters its parameters by name
 */
public record MappingExample(
        Path mapping, Path input, Path expected, Map<String, String> parameters) {

    /**
     * All examples below a folder, by name.
     *
     * @throws IllegalStateException when an example lacks a part, naming it
     */
    public static List<MappingExample> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("examples"))
                    .filter(file -> file.getFileName().toString().contains(".input."))
                    .sorted()
                    .map(MappingExample::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(folder + ": not readable", unreadable);
        }
    }

    /** The example of an input. */
    static MappingExample of(Path input) {
        String[] name = input.getFileName().toString().split("\\.");
        Path examples = input.getParent();
        String example = name[0] + "." + name[1] + ".";
        return new MappingExample(
                only(examples.getParent(), name[0] + "."),
                input,
                only(examples, example + "expected."),
                parameters(examples.resolve(example + "parameters.json")));
    }

    /** The text that the mapping gets. */
    public String inputText() {
        return text(input);
    }

    /** The text that it must give. */
    public String expectedText() {
        return text(expected);
    }

    boolean gets(String type) {
        return input.toString().endsWith("." + type);
    }

    boolean gives(String type) {
        return expected.toString().endsWith("." + type);
    }

    @Override
    public String toString() {
        return mapping.getParent().getFileName() + ": " + input.getFileName();
    }

    private static Path only(Path folder, String beginning) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .reduce(
                            (one, other) -> {
                                throw new IllegalStateException(
                                        one + " and " + other + " (expected: one of them)");
                            })
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "nothing in "
                                                    + folder
                                                    + " (expected: one file "
                                                    + beginning
                                                    + "*)"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(folder + ": not readable", unreadable);
        }
    }

    private static Map<String, String> parameters(Path file) {
        try {
            return Files.exists(file)
                    ? new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {})
                    : Map.of();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + ": not readable", unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + ": not readable", unreadable);
        }
    }
}
