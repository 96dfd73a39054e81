package io.serai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of one cluster: started, taken over, stopped. */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    private static final int PORTS_TO_TRY = 3;

    /** On the command line, where no file of the cluster can undo them. */
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    // a week of logs, each day written over that of a week ago
                    "logging_collector=on",
                    "log_directory=log",
                    "log_filename=server-%a.log",
                    "log_truncate_on_rotation=on",
                    "log_rotation_age=1d",
                    "log_rotation_size=0",
                    // no values of rows in the log: they may be a guest's
                    "log_min_error_statement=panic",
                    "log_error_verbosity=terse");

    private final Cluster cluster;
    private final Passwords passwords;
    private final ServerLog serverLog;

    PostgresServer(Cluster cluster, Passwords passwords) {
        this.cluster = cluster;
        this.passwords = passwords;
        this.serverLog = new ServerLog(cluster.directory());
    }

    /** Returns the port at which it answers. */
    int start() throws IOException {
        cluster.ensure(passwords);
        var ourProgram = cluster.programs().binaries().program("postgres");
        var left = new LeftServer(cluster.directory(), ourProgram, passwords).takeOver(this::stop);
        if (left.isPresent()) {
            log.info("PostgreSQL was left running on port {}: taken over", left.getAsInt());
            return left.getAsInt();
        }
        cluster.programs().user().own(cluster.directory());
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            try {
                serverLog.clear();
                control("start", "--options=" + options(port));
                log.info("PostgreSQL answers on port {}, data in {}", port, cluster.directory());
                return port;
            } catch (IOException e) {
                var said = serverLog.lastLines();
                if (attempt == PORTS_TO_TRY || !said.contains("could not bind")) {
                    throw new IOException(e.getMessage() + "\n" + said, e);
                }
            }
        }
    }

    /** Ends all sessions and writes a last checkpoint. */
    void stop() {
        try {
            control("stop", "--mode=fast");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop in " + cluster.directory(), e);
        }
    }

    private void control(String action, String option) throws IOException {
        cluster.programs()
                .run(
                        "pg_ctl",
                        Stream.of(
                                action,
                                "--wait",
                                "--timeout=" + Programs.LIMIT.toSeconds(),
                                "--pgdata=" + cluster.directory(),
                                "--log=" + serverLog.start(),
                                option));
    }

    private static String options(int port) {
        return Stream.concat(Stream.of("port=" + port), SETTINGS.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
