package io.serai.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file as one look saw it. */
record SeenFile(long size, Instant modified, Reading reading) {

    /** So young that a second write may carry the same time. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final long LARGEST_BYTES = 4L * 1024 * 1024;

    /** The whole text, or why there is none. */
    record Reading(@Nullable String text, @Nullable String trouble) {}

    /** Reads a file, unless it is old and size and time are those of the look before. */
    static SeenFile look(Path path, BasicFileAttributes is, @Nullable SeenFile last) {
        Instant modified = is.lastModifiedTime().toInstant();
        boolean same =
                last != null
                        && last.size == is.size()
                        && last.modified.equals(modified)
                        && modified.isBefore(Instant.now().minus(YOUNG));
        return new SeenFile(is.size(), modified, same ? last.reading : read(path, is.size()));
    }

    private static Reading read(Path path, long size) {
        if (size > LARGEST_BYTES) {
            return new Reading(null, size + " bytes (expected: at most " + LARGEST_BYTES + ")");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return new Reading(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), null);
        } catch (CharacterCodingException e) {
            return new Reading(null, "is not UTF-8 text");
        } catch (IOException e) {
            return new Reading(null, "cannot be read: " + e);
        }
    }
}
