package io.serai.testing;

import java.nio.file.Path;

/** Where the tests of this JVM write: there are several at a time, and each has its own. */
public final class OwnFolder {

    private static final Path HOME = Path.of(System.getProperty("tests.folder", "target/tests"));

    private OwnFolder() {}

    /** A file or folder in it; nobody has made it yet. */
    public static Path of(String name) {
        return HOME.resolve(name);
    }
}
