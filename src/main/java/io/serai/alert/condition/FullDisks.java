package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import io.serai.alert.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Disks of this machine with little space left, where Serai's own database and its files lie. */
@Component
final class FullDisks implements Condition {

    private static final double GIGABYTE = 1_000_000_000.0;

    private final Environment settings;
    private final AlertSettings alerts;

    FullDisks(Environment settings, AlertSettings alerts) {
        this.settings = settings;
        this.alerts = alerts;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.DISK_FULL;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public List<Found> look(Instant now) {
        Map<String, Path> disks = new TreeMap<>();
        folders()
                .filter(Files::exists)
                .forEach(folder -> disks.putIfAbsent(disk(folder).name(), folder));
        return disks.entrySet().stream()
                .filter(it -> share(disk(it.getValue())) < alerts.diskFree())
                .map(it -> found(it.getKey(), it.getValue()))
                .toList();
    }

    private Stream<Path> folders() {
        boolean external = !settings.getProperty("serai.db.url", "").isBlank();
        return Stream.of(
                        external ? "" : settings.getProperty("serai.db.embedded.directory", ""),
                        settings.getProperty("serai.photos.folder", ""),
                        settings.getProperty("serai.flow.kept", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    private Found found(String disk, Path folder) {
        FileStore store = disk(folder);
        return new Found(
                Machine.NAME + " " + disk,
                null,
                null,
                null,
                null,
                kind().severity(),
                null,
                "The disk of " + Machine.NAME + " is nearly full",
                "%.1f of %.1f GB are free where %s lies (expected: %.0f %% at least)"
                        .formatted(
                                free(store) / GIGABYTE,
                                total(store) / GIGABYTE,
                                folder.toAbsolutePath().normalize(),
                                alerts.diskFree() * 100),
                "/engineer");
    }

    private static double share(FileStore store) {
        long total = total(store);
        return total == 0 ? 1 : (double) free(store) / total;
    }

    private static FileStore disk(Path folder) {
        return read(() -> Files.getFileStore(folder));
    }

    private static long free(FileStore store) {
        return read(store::getUsableSpace);
    }

    private static long total(FileStore store) {
        return read(store::getTotalSpace);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
