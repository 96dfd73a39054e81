package io.serai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Under whose name the server runs: PostgreSQL refuses to run as root. */
enum ServerUser {
    /** We are no root: as ourselves. */
    OURSELVES(List.of(), ""),
    /** As root in a user namespace of its own, where we are nobody; files stay root's. */
    NAMESPACE(List.of("unshare", "-U"), "0"),
    /** As the unprivileged user 65534, where namespaces are refused; the data becomes its own. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), "65534");

    private final List<String> prefix;
    private final String owner;

    ServerUser(List<String> prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static ServerUser detect() {
        if (!ProcessHandle.current().info().user().orElse("").equals("root")) {
            return OURSELVES;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here"
                        + " (expected: one of them, an unprivileged user, or SERAI_DB_URL)");
    }

    List<String> prefix() {
        return prefix;
    }

    /** Closes our directory to others, but lets the server pass where it runs as another user. */
    void protect(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            var permissions = this == NOBODY ? "rwx--x--x" : "rwx------";
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Makes everything below the path the server's, where it runs under another name than ours. */
    void own(Path path) throws IOException {
        if (this == OURSELVES || Files.getAttribute(path, "unix:uid").toString().equals(owner)) {
            return;
        }
        var principal =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (var tree = Files.walk(path)) {
            var deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (var each : deepestFirst) {
                Files.setOwner(each, principal);
            }
        }
    }

    private boolean works() {
        try {
            new Program(this, List.of("id", "-un")).run(Duration.ofSeconds(10));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
