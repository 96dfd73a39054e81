package io.serai.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once for each version of them. */
record PostgresBinaries(Path directory) {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /** The full path of {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String program(String name) {
        return directory.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    /** Unpacks under another name and renames when complete, so that a kill leaves no half. */
    static PostgresBinaries unpack(Path parent) throws IOException {
        byte[] packed;
        try (var stream = packedForThisMachine()) {
            packed = stream.readAllBytes();
        }
        var directory = parent.resolve("postgresql-" + digest(packed));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(parent);
            var partial = Files.createTempDirectory(parent, "unpacking-");
            try {
                unpack(packed, partial);
                rename(partial, directory);
            } finally {
                FileSystemUtils.deleteRecursively(partial);
            }
        }
        return new PostgresBinaries(directory);
    }

    private static InputStream packedForThisMachine() throws IOException {
        var name = System.getProperty("os.name");
        var system = WINDOWS ? "Windows" : name.startsWith("Mac") ? "Darwin" : name;
        var machine = System.getProperty("os.arch");
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine);
    }

    private static void unpack(byte[] packed, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(target));
            }
        }
        readableForAll(target);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            readableForAll(path);
            return;
        }
        if (!Files.isDirectory(path.getParent())) {
            Files.createDirectories(path.getParent());
            readableForAll(path.getParent());
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            readableForAll(path);
        }
    }

    /** Whatever our umask: the server may run under another user than ours. */
    private static void readableForAll(Path path) throws IOException {
        if (!WINDOWS) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void rename(Path partial, Path directory) throws IOException {
        try {
            Files.move(partial, directory);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private static String digest(byte[] packed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(packed);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
