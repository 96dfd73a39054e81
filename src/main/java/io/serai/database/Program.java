package io.serai.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program under the server's user, with nothing of our environment that is PG's. */
record Program(ServerUser user, List<String> command) {

    /**
     * Waits for its end.
     *
     * @throws IOException with all that the program said, if it fails or takes longer
     */
    void run(Duration limit) throws IOException {
        var line = new ArrayList<>(user.prefix());
        line.addAll(command);
        var output = Files.createTempFile("serai-", ".out");
        try {
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(line + " took longer than " + limit);
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        line
                                + " ended with "
                                + process.exitValue()
                                + ": "
                                + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while running " + line);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
