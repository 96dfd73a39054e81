package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that a killed upload left. */
class PhotoSweepTests {

    private static final String USED = "u".repeat(43);
    private static final String LEFT = "l".repeat(43);
    private static final String YOUNG = "y".repeat(43);

    @TempDir private Path folder;

    @Test
    void forgetsOldFilesThatNoPhotoHasAndNothingElse() throws IOException {
        for (String file :
                List.of(
                        USED + ".jpg",
                        USED + "-small.jpg",
                        LEFT + ".png",
                        LEFT + "-small.png",
                        "draft-7.new",
                        "read.me")) {
            old(file);
        }
        Files.writeString(folder.resolve(YOUNG + ".jpg"), "young");
        try (Database database = Database.fresh()) {
            SampleHotel hotel = SampleHotel.another(database);
            JdbcClient.create(database.owner())
                    .sql(
                            "insert into photos (hotel_id, position, token, type, width, height, bytes, sha256) values (?, 1, ?, 'image/jpeg', 700, 700, 3, 'x')")
                    .params(hotel.id(), USED)
                    .update();
            var sweep =
                    new PhotoSweep(
                            JdbcClient.create(database.engine()),
                            new FolderStore(folder),
                            settings(),
                            Clock.systemUTC());

            assertThat(sweep.sweep()).isEqualTo(3);
            assertThat(sweep.sweep()).isZero();
        }

        assertThat(files())
                .containsExactlyInAnyOrder(
                        USED + ".jpg", USED + "-small.jpg", YOUNG + ".jpg", "read.me");
    }

    private void old(String file) throws IOException {
        Path written = Files.writeString(folder.resolve(file), file);
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static PhotoSettings settings() {
        return new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("serai.photos", PhotoSettings.class);
    }
}
