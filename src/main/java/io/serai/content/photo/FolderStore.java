package io.serai.content.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures in a folder; several instances share it by a file system that all of them see. */
final class FolderStore implements PhotoStore {

    /** What the name of a file ends with that is being written. */
    static final String DRAFT = ".new";

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, byte[] content, String type) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "draft-", DRAFT);
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(
                    draft,
                    at(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": not writable", failed);
        }
    }

    @Override
    public Optional<byte[]> find(String name) {
        try {
            return Optional.of(Files.readAllBytes(at(name)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": not readable", failed);
        }
    }

    @Override
    public Stream<String> writtenBefore(Instant before) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try {
            return Files.list(folder)
                    .filter(file -> isBefore(file, before))
                    .map(file -> file.getFileName().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": not readable", failed);
        }
    }

    /** One that was taken away meanwhile is not. */
    private static boolean isBefore(Path file, Instant before) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(file.getParent() + ": not readable", failed);
        }
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(at(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": not writable", failed);
        }
    }

    private Path at(String name) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "name: '" + name + "' (expected: letters, digits and -_. only)");
        }
        return folder.resolve(name);
    }
}
