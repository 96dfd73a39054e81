package io.serai.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that belongs to a stage and not to a Serai, durable, at the same port after each
 * start, and lying where {@link OwnDatabase} finds it. Its log-in {@code serai} is what the
 * documentation asks of an external one: owner of its database, no superuser.
 */
final class OwnServer {

    private static final String PASSWORD = "bench";
    private static final Duration TO_START = Duration.ofMinutes(1);

    private final Path directory;
    private final int port = JavaProcess.freePort();
    private @Nullable EmbeddedPostgres running;

    OwnServer(Path directory) {
        this.directory = directory;
    }

    /** The address for a client. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/serai";
    }

    String user() {
        return "serai";
    }

    String password() {
        return PASSWORD;
    }

    /** Makes it, with an empty database. */
    void make() {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("pgpass"), "127.0.0.1:*:serai:serai:" + PASSWORD + "\n");
            start();
            asSuperuser(
                    "postgres",
                    "create role serai login createrole password '" + PASSWORD + "'",
                    "create database serai owner serai");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it; after a kill it recovers from its log first. */
    void start() {
        try {
            running =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(directory.resolve("cluster"))
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(TO_START)
                            .setOutputRedirector(
                                    ProcessBuilder.Redirect.appendTo(
                                            directory.resolve("server.log").toFile()))
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("track_commit_timestamp", "on")
                            .setServerConfig("max_connections", "150")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a partitioned table, and what is made of it later, lie in a folder. */
    void move(String table, Path place) {
        try {
            Files.createDirectories(place);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asSuperuser("serai", "create tablespace small location '" + place + "'");
        asSuperuser(
                "serai",
                """
                do $$ declare part regclass; begin
                    for part in select inhrelid from pg_inherits where inhparent = '%s'::regclass loop
                        execute format('alter table %%s set tablespace small', part);
                    end loop; end $$
                """
                        .formatted(table));
    }

    /** As superuser, each by itself. */
    private void asSuperuser(String database, String... statements) {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                                "postgres",
                                "");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All its processes at once, as {@code kill -9} does. */
    void kill() {
        var processes = new OwnDatabase(directory).handles().toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        processes.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .join();
        stop();
    }

    void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            running = null;
        }
    }
}
