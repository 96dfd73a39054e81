package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.flow.FlowSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Tries the mappings of a channel as they stand on disk: what an engineer reads of it. */
@Component
public class MappingTrial {

    private final FlowSettings folders;
    private final JdbcClient engine;

    MappingTrial(FlowSettings folders, JdbcClient engine) {
        this.folders = folders;
        this.engine = engine;
    }

    /** What of their examples does not hold, and how many do. */
    public String check(String channel) {
        return said(out -> new ExamplesCheck(out).check(folders.mappings().resolve(channel)));
    }

    /**
     * What they write otherwise than those that ran before their last change, over the last
     * messages that were really sent.
     *
     * @param last how many messages of each mapping
     */
    public String compare(String channel, int last) {
        Path changed = folders.mappingsBefore().resolve(channel);
        if (!Files.isDirectory(changed)) {
            return "No mapping of "
                    + channel
                    + " was changed here: what is on disk wrote all that was sent.";
        }
        return said(
                out -> {
                    Path trial = folder();
                    try {
                        copy(folders.mappings(), trial.resolve("now"));
                        copy(folders.mappings(), trial.resolve("before"));
                        copy(changed, trial.resolve("before").resolve(channel));
                        new EditedMappings(
                                        folders.routes(),
                                        trial.resolve("before"),
                                        trial.resolve("now"),
                                        out)
                                .compare(new SentMessages(engine), last);
                    } catch (IllegalStateException failed) {
                        out.println("FAILS " + failed.getMessage());
                    } finally {
                        FileSystemUtils.deleteRecursively(trial.toFile());
                    }
                });
    }

    private static String said(Consumer<PrintStream> work) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, false, UTF_8)) {
            work.accept(out);
        }
        return said.toString(UTF_8);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mappings");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no folder to try mappings in", unwritable);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(from + ": cannot be copied", unreadable);
        }
    }
}
