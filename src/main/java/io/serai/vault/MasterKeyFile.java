package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that holds the master keyset, readable by its owner alone. */
final class MasterKeyFile {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyFile.class);

    private final Path path;

    MasterKeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /**
     * The keys in the file; new ones, on disk before this returns, if there is no file yet.
     *
     * @param sealedBefore whether something is sealed already: new keys would not open it
     * @throws MasterKeyRefused where something is sealed and the file is not there
     */
    MasterKeys loadOrMake(BooleanSupplier sealedBefore) {
        if (!Files.exists(path)) {
            if (sealedBefore.getAsBoolean() && !Files.exists(path)) {
                throw MasterKeyRefused.lost(path);
            }
            make();
        }
        return load();
    }

    /** The keys in the file. */
    MasterKeys load() {
        try {
            warnIfOthersMayRead();
            return MasterKeys.parse(Files.readString(path), "master key file " + path);
        } catch (IOException e) {
            throw new UncheckedIOException("master key file " + path + ": cannot be read", e);
        }
    }

    /** Puts other keys in the place of those in the file, in one step. */
    void replace(MasterKeys keys) {
        try {
            Files.move(
                    written(keys),
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("master key file " + path + ": cannot be replaced", e);
        }
    }

    private void make() {
        try {
            Files.createDirectories(path.getParent());
            Files.move(written(MasterKeys.generate()), path);
            log.warn(
                    "NEW MASTER KEY made in {}: BACK IT UP NOW, apart from the database."
                            + " Without it no card, guest or credential can ever be opened again.",
                    path);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            log.info("Master key {} was made by another instance", path);
        } catch (IOException e) {
            throw new UncheckedIOException("master key file " + path + ": cannot be made", e);
        }
    }

    private Path written(MasterKeys keys) throws IOException {
        var draft = Files.createTempFile(path.getParent(), ".master", ".draft", ownerOnly());
        Files.delete(draft);
        try (var file = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            file.write(ByteBuffer.wrap(keys.toJson().getBytes(UTF_8)));
            file.force(true);
        }
        return draft;
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return hasPosixRights()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void warnIfOthersMayRead() throws IOException {
        if (hasPosixRights()) {
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            if (!rights.endsWith("------")) {
                log.warn("Master key {} has rights {} (expected: rw-------)", path, rights);
            }
        }
    }

    private boolean hasPosixRights() throws IOException {
        return Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
    }
}
