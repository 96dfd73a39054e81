package io.serai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTests {

    static final Path BINARIES = Path.of("target/postgres-binaries");

    @TempDir Path data;

    @Test
    void keepsItsDataOverARestart() {
        try (var first = EmbeddedDatabase.start(data.resolve("a"), BINARIES)) {
            sql(first.address()).sql("create table room_types as select 'Suite' as name").update();
        }

        try (var second = EmbeddedDatabase.start(data.resolve("a"), BINARIES)) {
            var name = sql(second.address()).sql("select name from room_types");

            assertThat(name.query(String.class).single()).isEqualTo("Suite");
        }
    }

    @Test
    void writesEveryCommitToTheDiskAndListensOnLoopbackOnly() {
        try (var database = EmbeddedDatabase.start(data.resolve("a"), BINARIES)) {
            var settings =
                    sql(database.address())
                            .sql(
                                    """
                                    select name || '=' || setting from pg_settings
                                    where name in ('fsync', 'synchronous_commit',
                                        'full_page_writes', 'listen_addresses')
                                    """);

            assertThat(settings.query(String.class).list())
                    .containsExactlyInAnyOrder(
                            "fsync=on",
                            "synchronous_commit=on",
                            "full_page_writes=on",
                            "listen_addresses=127.0.0.1");
        }
    }

    @Test
    void runsTwoDirectoriesSideBySideAndRefusesOneTwice() {
        try (var one = EmbeddedDatabase.start(data.resolve("a"), BINARIES);
                var other = EmbeddedDatabase.start(data.resolve("b"), BINARIES)) {
            assertThat(one.address().url()).isNotEqualTo(other.address().url());

            assertThatThrownBy(() -> EmbeddedDatabase.start(data.resolve("a"), BINARIES))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by a running Serai");
        }
    }

    @Test
    void asksEveryLoginForItsPasswordAndKeepsItOwnersOnly() throws Exception {
        try (var database = EmbeddedDatabase.start(data.resolve("a"), BINARIES)) {
            var url = database.address().url();

            for (var login : new String[] {"postgres", "serai"}) {
                assertThatThrownBy(
                                () ->
                                        new DatabaseAddress(url, login, "")
                                                .unpooled()
                                                .getConnection())
                        .isInstanceOf(SQLException.class);
            }
            assertThat(Files.getPosixFilePermissions(data.resolve("a"))).hasSize(3);
            assertThat(Files.getPosixFilePermissions(data.resolve("a/pgpass"))).hasSize(2);
            assertThat(database.address().toString()).doesNotContain(database.address().password());
        }
    }

    @Test
    void givesAnotherLoginASchemaOfItsOwnAndNoSightOfOurs() {
        try (var database = EmbeddedDatabase.start(data.resolve("a"), BINARIES)) {
            sql(database.address()).sql("create table secrets (word text)").update();
            var guest = sql(database.login("sandbox"));

            guest.sql("create table queue (id int)").update();

            assertThat(guest.sql("select 'queue'::regclass::text").query(String.class).single())
                    .isEqualTo("queue");
            assertThatThrownBy(() -> guest.sql("select * from public.secrets").query().listOfRows())
                    .hasStackTraceContaining("permission denied");
            assertThat(database.login("sandbox")).isEqualTo(database.login("sandbox"));
        }
    }

    static JdbcClient sql(DatabaseAddress address) {
        return JdbcClient.create(address.unpooled());
    }
}
