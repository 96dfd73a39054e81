package io.serai.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** How fast this machine's disk keeps what it is told to keep. */
final class Fsync {

    private static final int TIMES = 500;
    private static final int BLOCK = 8192;

    private Fsync() {}

    /** By our own count, since pg_test_fsync is not among the embedded programs. */
    static String measured() throws IOException {
        Files.createDirectories(Bench.WORK);
        var file = Files.createTempFile(Bench.WORK, "fsync", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var began = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                channel.write(ByteBuffer.allocate(BLOCK), 0);
                channel.force(false);
            }
            var each = (System.nanoTime() - began) / 1e6 / TIMES;
            return "fdatasync of one 8 kB block: %.3f ms, %,.0f a second"
                    .formatted(each, 1000 / each);
        } finally {
            Files.delete(file);
        }
    }
}
