package io.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Serai's embedded database as whoever runs the machine finds it: by the server's own file and the
 * password file beside the data.
 */
final class OwnDatabase extends AbstractDataSource {

    private static final String OWNER = "serai";
    private static final int PORT_LINE = 3;

    private final Path directory;

    OwnDatabase(Path directory) {
        this.directory = directory;
    }

    /** As the schema's owner, the way a hotel's own system writes; a connection a statement. */
    JdbcClient jdbc() {
        return JdbcClient.create(this);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(OWNER, password());
    }

    @Override
    public Connection getConnection(String login, String password) throws SQLException {
        var port =
                server().map(lines -> lines[PORT_LINE].strip())
                        .orElseThrow(() -> new SQLException("no server in " + directory));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/serai?ApplicationName=bench",
                login,
                password);
    }

    /** How PostgreSQL's own programs find it. */
    Map<String, String> environment() throws SQLException {
        var port =
                server().map(lines -> lines[PORT_LINE].strip())
                        .orElseThrow(() -> new SQLException("no server in " + directory));
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                port,
                "PGDATABASE",
                "serai",
                "PGUSER",
                OWNER,
                "PGPASSWORD",
                password());
    }

    /** The server's processes. */
    Stream<ProcessHandle> handles() {
        return server().map(lines -> Long.parseLong(lines[0].strip()))
                .flatMap(ProcessHandle::of)
                .map(server -> Stream.concat(Stream.of(server), server.descendants()))
                .orElse(Stream.empty());
    }

    /** Asks the server to end if one was left behind; nobody is connected any more. */
    void stop() {
        server().map(lines -> Long.parseLong(lines[0].strip()))
                .flatMap(ProcessHandle::of)
                .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                .ifPresent(
                        server -> {
                            server.destroy();
                            server.onExit().join();
                        });
    }

    private Optional<String[]> server() {
        try {
            var lines = Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
            return lines.size() > PORT_LINE
                    ? Optional.of(lines.toArray(String[]::new))
                    : Optional.empty();
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        try {
            return Files.readAllLines(directory.resolve("pgpass")).stream()
                    .map(line -> line.split(":"))
                    .filter(fields -> fields[3].equals(OWNER))
                    .map(fields -> fields[4])
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no password of " + OWNER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
