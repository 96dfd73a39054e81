package io.serai.database;

import static io.serai.database.EmbeddedDatabaseTests.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTests {

    @TempDir Path data;

    @Test
    void runsAsNobodyForRootWhereNamespacesAreRefusedAndBackAgain() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root needs this");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        var home = data.resolve("postgres");
        var binaries = data.resolve("binaries");

        try (var asNobody = EmbeddedDatabase.start(home, binaries, ServerUser.NOBODY)) {
            sql(asNobody.address()).sql("create table nights as select 1 as sold").update();
        }

        assertThat(Files.getAttribute(home.resolve("cluster"), "unix:uid")).isEqualTo(65534);
        try (var again = EmbeddedDatabase.start(home, binaries)) {
            assertThat(
                            sql(again.address())
                                    .sql("select sold from nights")
                                    .query(Integer.class)
                                    .single())
                    .isOne();
        }
    }
}
