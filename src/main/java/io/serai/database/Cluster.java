package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The directory that PostgreSQL calls a cluster: all data of one server. */
record Cluster(Path home, Programs programs) {

    static final String DIRECTORY = "cluster";

    private static final String PARTIAL = "initialising-";

    Path directory() {
        return home.resolve(DIRECTORY);
    }

    /**
     * Makes the cluster if there is none, under another name first, so that a kill leaves no half.
     * The name is a new one each time: what a killed process left running cleans up after itself.
     */
    void ensure(Passwords passwords) throws IOException {
        if (Files.isDirectory(directory())) {
            requireKnown(passwords);
            return;
        }
        deletePartial();
        var partial = Files.createTempDirectory(home, PARTIAL);
        programs.user().own(partial);
        initialise(partial, passwords.of(Logins.SUPERUSER));
        Files.move(partial, directory());
    }

    private void deletePartial() throws IOException {
        try (var left = Files.newDirectoryStream(home, PARTIAL + "*")) {
            for (var partial : left) {
                FileSystemUtils.deleteRecursively(partial.toFile());
            }
        }
    }

    private void requireKnown(Passwords passwords) {
        if (!passwords.exist()) {
            throw new IllegalStateException(
                    home + " has a cluster but no passwords (expected: its file pgpass beside it)");
        }
    }

    private void initialise(Path partial, String password) throws IOException {
        var secret = OwnersOnly.file(home.resolve("initdb.password"));
        try {
            Files.writeString(secret, password);
            programs.user().own(secret);
            programs.run(
                    "initdb",
                    Stream.of(
                            "--pgdata=" + partial,
                            "--username=" + Logins.SUPERUSER,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(secret);
        }
    }
}
