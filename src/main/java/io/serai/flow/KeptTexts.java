package io.serai.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good text of every file, on disk, so that a restart with a broken file runs what ran
 * before. Where it cannot be written Serai goes on without, and says so in the log.
 */
final class KeptTexts {

    private static final Logger log = LoggerFactory.getLogger(KeptTexts.class);

    private final Path root;

    KeptTexts(Path root) {
        this.root = root;
    }

    void keep(FlowFolder folder, String file, String text) {
        Path path = path(folder, file);
        try {
            Files.createDirectories(path.getParent());
            setAside(path, folder, file, text);
            Path half = path.resolveSibling(path.getFileName() + ".half");
            Files.writeString(half, text);
            Files.move(
                    half,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The good text of {} cannot be kept in {}: {}", file, path, e.toString());
        }
    }

    /** What ran before another text is kept once more: what the change altered can be shown. */
    private void setAside(Path path, FlowFolder folder, String file, String text)
            throws IOException {
        if (Files.exists(path) && !Files.readString(path).equals(text)) {
            Path before = root.resolve(FlowSettings.BEFORE).resolve(folder.shown(file));
            Files.createDirectories(before.getParent());
            Files.copy(path, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Optional<String> find(FlowFolder folder, String file) {
        try {
            return Optional.of(Files.readString(path(folder, file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void forget(FlowFolder folder, String file) {
        try {
            Files.deleteIfExists(path(folder, file));
        } catch (IOException e) {
            log.warn("The kept text of {} cannot be deleted: {}", file, e.toString());
        }
    }

    /** Forgets all such files: what was deleted while Serai was not running. */
    void forget(FlowFolder folder, Predicate<String> deleted) {
        Path top = path(folder, "");
        if (!Files.isDirectory(top)) {
            return;
        }
        filesBelow(top).stream().filter(deleted).forEach(file -> forget(folder, file));
    }

    private static List<String> filesBelow(Path top) {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> top.relativize(path).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(FlowFolder folder, String file) {
        return root.resolve(folder.shown(file));
    }
}
