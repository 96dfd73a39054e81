package io.serai.flow.trial;

import io.serai.flow.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mappings in a folder, as they stand on disk. */
final class MappingFolder {

    private MappingFolder() {}

    /**
     * Their texts by their files below the folder of mappings.
     *
     * @param root the folder of mappings
     * @param below a folder in it; empty: all
     */
    static Map<String, String> texts(Path root, String below) {
        Path top = root.resolve(below);
        if (!Files.isDirectory(top)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String file = root.relativize(path).toString().replace('\\', '/');
                if (Mappings.isMapping(file)) {
                    texts.put(file, Files.readString(path));
                }
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(top + ": not readable", unreadable);
        }
    }
}
