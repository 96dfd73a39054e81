package io.serai.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** A process of its own that starts an embedded database, commits a row and waits to be killed. */
final class KilledSerai {

    private KilledSerai() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]));
        try (var connection = database.address().unpooled().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table bookings as select 1 as number");
            connection.setAutoCommit(false);
            statement.execute("insert into bookings values (2)");
            System.out.println("committed one, another open");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Starts it, waits until its row is committed, and kills it as {@code kill -9} does. */
    static void committedIn(Path directory, Path binaries) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledSerai.class.getName(),
                                directory.toString(),
                                binaries.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            var line = output.readLine();
            while (line != null && !line.startsWith("committed")) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The process ended before it committed");
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
