package io.serai.database;

import static io.serai.database.EmbeddedDatabaseTests.BINARIES;
import static io.serai.database.EmbeddedDatabaseTests.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseAfterAKillTests {

    @TempDir Path data;

    @Test
    void takesOverTheServerThatAKilledSeraiLeftRunning() throws Exception {
        KilledSerai.committedIn(data, BINARIES);
        var left = PostmasterFile.read(data.resolve("cluster")).orElseThrow();

        try (var database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(database.address().url()).contains(":" + left.port() + "/");
            assertThat(bookings(database)).containsExactly(1);
            sql(database.address()).sql("alter table bookings add guests int").update();
        }

        await().untilAsserted(() -> assertThat(left.isAlive()).isFalse());
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        KilledSerai.committedIn(data, BINARIES);
        var left = PostmasterFile.read(data.resolve("cluster")).orElseThrow();
        var server = ProcessHandle.of(left.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        try (var database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(bookings(database)).containsExactly(1);
        }
    }

    @Test
    void startsWhenTheNumberOfTheKilledServerIsAnotherProcessByNow() throws Exception {
        EmbeddedDatabase.start(data, BINARIES).close();
        var lines = List.of(String.valueOf(ProcessHandle.current().pid()), "", "0", "1");
        Files.write(PostmasterFile.in(data.resolve("cluster")), lines);

        try (var database = EmbeddedDatabase.start(data, BINARIES)) {
            assertThat(sql(database.address()).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    private static List<Integer> bookings(EmbeddedDatabase database) {
        return sql(database.address())
                .sql("select number from bookings")
                .query(Integer.class)
                .list();
    }
}
