package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server writes about itself: its first words in one file, the rest in one a weekday. */
record ServerLog(Path cluster) {

    private static final int LINES = 20;

    Path start() {
        return cluster.resolve("start.log");
    }

    void clear() throws IOException {
        Files.deleteIfExists(start());
    }

    /** The end of both files, for the message of a start that failed. */
    String lastLines() throws IOException {
        return Stream.concat(Stream.of(start()).filter(Files::exists), newest().stream())
                .flatMap(ServerLog::end)
                .collect(Collectors.joining("\n"));
    }

    private List<Path> newest() throws IOException {
        var directory = cluster.resolve("log");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified())).stream()
                    .toList();
        }
    }

    private static Stream<String> end(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return lines.stream().skip(Math.max(0, lines.size() - LINES));
        } catch (IOException e) {
            return Stream.of(file + ": " + e.getMessage());
        }
    }
}
