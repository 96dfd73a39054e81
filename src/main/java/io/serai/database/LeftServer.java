package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that a killed process may have left running on a data directory. */
final class LeftServer {

    private static final Logger log = LoggerFactory.getLogger(LeftServer.class);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final Path cluster;
    private final String ourProgram;
    private final Passwords passwords;

    LeftServer(Path cluster, String ourProgram, Passwords passwords) {
        this.cluster = cluster;
        this.ourProgram = ourProgram;
        this.passwords = passwords;
    }

    /**
     * The port of the left server, with all its sessions ended; empty if there is none any more, so
     * that a new one can start.
     *
     * @param stop stops a server that does not answer, or is of another version than ours
     */
    OptionalInt takeOver(Runnable stop) throws IOException {
        var left = PostmasterFile.read(cluster).filter(PostmasterFile::isAlive).orElse(null);
        if (left == null) {
            return OptionalInt.empty();
        }
        var program = left.program();
        if (program.isPresent() && !program.get().contains("postgres")) {
            log.info("Process {} is no PostgreSQL: its number was used again", left.pid());
            Files.delete(PostmasterFile.in(cluster));
            return OptionalInt.empty();
        }
        var answers = answers(left);
        if (answers && program.map(ourProgram::equals).orElse(true)) {
            endSessions(left.port());
            return OptionalInt.of(left.port());
        }
        if (!answers && !left.isStartedOn(cluster)) {
            throw new IOException(
                    PostmasterFile.in(cluster)
                            + " names process "
                            + left.pid()
                            + ", which does not answer on port "
                            + left.port()
                            + " (expected: the server of this directory; if it is not, delete the"
                            + " file)");
        }
        stop.run();
        return OptionalInt.empty();
    }

    /** Waits: it may just be starting, or recovering from its own end. */
    private boolean answers(PostmasterFile left) throws IOException {
        var until = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (left.isAlive() && System.nanoTime() < until) {
            var directory = directoryServedAt(left.port());
            if (directory.isPresent()) {
                return Files.isSameFile(cluster, Path.of(directory.get()));
            }
            pause();
        }
        return false;
    }

    private Optional<String> directoryServedAt(int port) {
        try {
            return Optional.of(at(port).sql("show data_directory").query(String.class).single());
        } catch (DataAccessException e) {
            log.debug("No answer on port {}", port, e);
            return Optional.empty();
        }
    }

    /** What a killed process was doing must not hold a lock, nor commit later. */
    private void endSessions(int port) {
        at(port).sql(
                        """
                        select pg_terminate_backend(pid, 10000)
                        from pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid()
                        """)
                .query(Boolean.class)
                .list();
    }

    private JdbcClient at(int port) {
        return JdbcClient.create(new Logins(port, passwords).superuser("postgres").unpooled());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
