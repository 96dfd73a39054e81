package io.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The routes as they are, but for the waits between two tries of what a channel did not take: where
 * a channel's ladder says minutes, these are seconds.
 */
final class ShortLadders {

    private static final Pattern LADDERS = Pattern.compile("(?m)^retries:\\n(?:  .*\\n)+");
    private static final Pattern MINUTES = Pattern.compile("\\b(\\d+)m\\b");

    private ShortLadders() {}

    /** A copy of the folder {@code routes} here. */
    static Path of(Path copy) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes").toAbsolutePath(), copy);
        try (var files = Files.walk(copy)) {
            files.filter(Files::isRegularFile).forEach(ShortLadders::shorten);
        }
        return copy;
    }

    private static void shorten(Path file) {
        try {
            var text = Files.readString(file);
            Files.writeString(
                    file,
                    LADDERS.matcher(text)
                            .replaceAll(found -> MINUTES.matcher(found.group()).replaceAll("$1s")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
