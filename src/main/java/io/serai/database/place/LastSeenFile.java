package io.serai.database.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what this instance saw last of its database, in a file that is replaced whole. */
@Component
class LastSeenFile {

    private static final Logger LOG = LoggerFactory.getLogger(LastSeenFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private boolean failed;

    LastSeenFile(PlaceSettings settings) {
        this.file = settings.file().toAbsolutePath().normalize();
    }

    /** Empty where nothing was kept, or it cannot be read. */
    Optional<LastSeen> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), LastSeen.class))
                    : Optional.empty();
        } catch (IOException unread) {
            missed(unread);
            return Optional.empty();
        }
    }

    void write(LastSeen seen) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text(seen));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            failed = false;
        } catch (IOException unwritten) {
            missed(unwritten);
        }
    }

    private static String text(LastSeen seen) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(seen);
    }

    /** Says it once: it is of use only when files of the database are put back. */
    private void missed(IOException why) {
        if (!failed) {
            LOG.warn(
                    "{}: {} (expected: a file that Serai may read and write; without it, files of"
                            + " the database that are put back are not noticed)",
                    file,
                    why.toString());
        }
        failed = true;
    }
}
