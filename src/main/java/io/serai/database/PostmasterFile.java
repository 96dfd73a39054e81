package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server writes about itself into its data directory. */
record PostmasterFile(long pid, int port) {

    private static final int PORT_LINE = 3;

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty if there is none, or none complete: a server that starts writes it in steps. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        if (!Files.exists(in(cluster))) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(in(cluster));
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        return Optional.of(
                new PostmasterFile(
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** The path of the program that has this number now; empty if the system does not tell. */
    Optional<String> program() {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command());
    }

    /**
     * Whether that process was started on this very directory; false if the system does not tell.
     */
    boolean isStartedOn(Path cluster) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .filter(arguments -> List.of(arguments).contains(cluster.toString()))
                .isPresent();
    }
}
