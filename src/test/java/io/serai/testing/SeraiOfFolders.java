package io.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A running Serai whose folders of routes and mappings are copies that a test may change; started
 * once for all tests of a JVM, so that each test drops in a channel of its own.
 */
public final class SeraiOfFolders {

    private static final Path HOME = OwnFolder.of("folders");

    private final RunningSerai serai;

    private SeraiOfFolders() {
        delete(HOME);
        copy(Path.of("routes"), routes());
        copy(Path.of("mappings"), mappings());
        serai =
                RunningSerai.with(
                        Map.of(
                                "serai.flow.routes",
                                routes().toString(),
                                "serai.flow.mappings",
                                mappings().toString(),
                                "serai.flow.kept",
                                HOME.resolve("kept").toString(),
                                "serai.flow.check-every",
                                "200ms",
                                "serai.webhooks.tick",
                                100,
                                "serai.webhooks.first-pause",
                                "100ms",
                                "serai.webhooks.tries",
                                3,
                                "serai.webhooks.read-timeout",
                                "1s",
                                "serai.webhooks.proxies",
                                "127.0.0.1,::1"));
    }

    /** The one of this JVM. */
    public static SeraiOfFolders shared() {
        return Shared.SERAI;
    }

    public RunningSerai serai() {
        return serai;
    }

    public Path routes() {
        return HOME.resolve("routes");
    }

    public Path mappings() {
        return HOME.resolve("mappings");
    }

    /** Copies a folder with all that is in it. */
    public static void copy(Path from, Path to) {
        for (Path each : walk(from)) {
            Path target = to.resolve(from.relativize(each).toString());
            try {
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        if (Files.exists(folder)) {
            walk(folder).stream()
                    .sorted(Comparator.reverseOrder())
                    .forEach(
                            each -> {
                                try {
                                    Files.delete(each);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by the first who asks; not by those who only copy a folder. */
    private static final class Shared {

        static final SeraiOfFolders SERAI = new SeraiOfFolders();
    }
}
