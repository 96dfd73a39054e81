package io.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A small file system of its own for logs, in memory, where this machine lets us mount one; else an
 * ordinary folder, which cannot be filled.
 */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=96m";
    private static final int PIECE = 64 * 1024;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static SmallDisk at(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new SmallDisk(
                folder,
                run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())));
    }

    Path folder() {
        return folder;
    }

    /**
     * Fills it, leaves it full for a while, and makes place again.
     *
     * @return how often writing to it failed meanwhile
     */
    int full(Duration time) {
        if (!mounted) {
            return 0;
        }
        var filler = folder.resolve("filler");
        int failed = 0;
        try {
            var end = Instant.now().plus(time);
            while (Instant.now().isBefore(end)) {
                failed += fill(filler, PIECE);
                failed += fill(filler, 1);
                LockSupport.parkNanos(LOOK.toNanos());
            }
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failed;
    }

    /** Writes pieces until one fails: 1; or so many that the disk cannot be a small one: 0. */
    private static int fill(Path filler, int piece) {
        try (var out =
                Files.newOutputStream(
                        filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = new byte[piece];
            for (int written = 0; written < PIECE; written++) {
                out.write(bytes);
            }
            return 0;
        } catch (IOException full) {
            return 1;
        }
    }

    /** Keeps the logs beside it: what lies on it ends with it. */
    @Override
    public void close() {
        if (mounted) {
            run(List.of("sh", "-c", "cp \"$0\"/*.log \"$0\"/..", folder.toString()));
            run(List.of("umount", "--lazy", folder.toString()));
        }
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
