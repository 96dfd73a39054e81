package io.serai.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files that nobody but their owner may read, where the file system knows owners. */
final class OwnersOnly {

    private OwnersOnly() {}

    /** An empty file; one that was there before is replaced. */
    static Path file(Path path) throws IOException {
        Files.deleteIfExists(path);
        FileStore store = Files.getFileStore(path.toAbsolutePath().getParent());
        var attributes =
                store.supportsFileAttributeView(PosixFileAttributeView.class)
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createFile(path, attributes);
    }
}
