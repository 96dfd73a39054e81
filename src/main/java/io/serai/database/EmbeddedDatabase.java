package io.serai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own that keeps its data in one directory. It is durable (fsync and
 * synchronous commit are on), listens on the loopback address only and asks every login for its
 * password. One process may use a directory at a time; a server that a killed process left running
 * is taken over by the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final Logins logins;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DirectoryLock lock, PostgresServer server, Passwords passwords)
            throws IOException {
        this.lock = lock;
        this.server = server;
        this.port = server.start();
        this.logins = new Logins(port, passwords);
    }

    /** As {@link #start(Path, Path)}, with the programs unpacked beside the directory. */
    public static EmbeddedDatabase start(Path directory) {
        var absolute = directory.toAbsolutePath().normalize();
        return start(absolute, absolute.resolveSibling("postgres-binaries"));
    }

    /**
     * Makes the data directory at the first start, takes over a server that still runs on it, or
     * starts one, and returns when it answers.
     *
     * @param binaries where PostgreSQL's programs are unpacked, once for each version; may be
     *     shared
     * @throws IllegalStateException if the directory is in use or the server does not start; the
     *     message carries what the server said
     */
    public static EmbeddedDatabase start(Path directory, Path binaries) {
        return start(directory, binaries, ServerUser.detect());
    }

    static EmbeddedDatabase start(Path directory, Path binaries, ServerUser user) {
        var home = directory.toAbsolutePath().normalize();
        try {
            user.protect(Files.createDirectories(home));
            var lock = DirectoryLock.take(home);
            try {
                var passwords = new Passwords(home.resolve("pgpass"));
                var programs = PostgresBinaries.unpack(binaries.toAbsolutePath().normalize());
                var cluster = new Cluster(home, new Programs(programs, user));
                return new EmbeddedDatabase(
                        lock, new PostgresServer(cluster, passwords), passwords);
            } catch (IOException | RuntimeException e) {
                lock.release();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start PostgreSQL in " + home, e);
        }
    }

    /**
     * Serai's own login at the server that another process runs on a directory.
     *
     * @throws IllegalStateException when none runs
     */
    public static DatabaseAddress running(Path directory) {
        var home = directory.toAbsolutePath().normalize();
        try {
            var server =
                    PostmasterFile.read(home.resolve(Cluster.DIRECTORY))
                            .filter(PostmasterFile::isAlive)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    home
                                                            + ": no server runs (expected: a running"
                                                            + " Serai, or serai.db.url)"));
            return new Logins(server.port(), new Passwords(home.resolve("pgpass"))).known();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + home, e);
        }
    }

    /** Serai's own login: owns the database {@code serai}, may create roles, is no superuser. */
    public DatabaseAddress address() {
        return logins.owner();
    }

    /**
     * A login in the same database with a schema of its own, which is where its tables go unless it
     * says otherwise. Made at the first call.
     *
     * @param name of both login and schema: lower-case letters and underscores
     */
    public DatabaseAddress login(String name) {
        return logins.withOwnSchema(name);
    }

    DatabaseAddress superuser() {
        return logins.superuser("postgres");
    }

    /** Stops the server after its last checkpoint. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.stop();
                log.info("PostgreSQL on port {} stopped", port);
            } finally {
                lock.release();
            }
        }
    }
}
