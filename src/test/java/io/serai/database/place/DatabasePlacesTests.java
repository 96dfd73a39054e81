package io.serai.database.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DatabasePlacesTests {

    @TempDir private Path folder;

    private final Database database = Database.fresh();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void saysNothingOfADatabaseThatStaysWhereItIs() {
        instance(database, "one").look();
        write();

        instance(database, "one").look();
        instance(database, "two").look();

        assertThat(heard).isEmpty();
        assertThat(places(database)).containsExactly("first");
    }

    @Test
    void noticesACopyOnceWhateverNumberOfInstancesLook() {
        instance(database, "one").look();
        try (Database copy = database.copy()) {
            instance(copy, "one").look();
            instance(copy, "two").look();
            instance(copy, "one").look();

            assertThat(heard)
                    .singleElement()
                    .asString()
                    .matches(
                            "The database is another one of its server \\(number \\d+, before \\d+\\).*");
            assertThat(places(copy)).containsExactly("first", "database");
        }
    }

    @Test
    void noticesThatADumpCameToAnotherServerOrTimeline() {
        instance(database, "one").look();
        change("update database_places set system_identifier = '7000000000000000001'");
        instance(database, "one").look();
        change("update database_places set timeline = timeline + 1");
        instance(database, "one").look();

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains("another server", "before 7000000000000000001");
        assertThat(heard.get(1)).contains("timeline (1, before 2)");
        assertThat(places(database)).containsExactly("first", "server", "timeline");
    }

    @Test
    void noticesFilesThatWerePutBackByWhatItSawLast() throws IOException {
        instance(database, "one").look();
        instance(database, "two").look();
        Path seen = folder.resolve("one");
        Files.writeString(
                seen,
                Files.readString(seen)
                        .replaceFirst("\"written\" : \\d+", "\"written\" : 9000000000000000"));

        instance(database, "one").look();
        instance(database, "two").look();
        instance(database, "one").look();

        assertThat(heard)
                .singleElement()
                .asString()
                .contains("is older", "before 9000000000000000");
        assertThat(places(database)).containsExactly("first", "older");
    }

    @Test
    void noticesABackupThatDoesNotKnowWhatAnInstanceKnew() {
        instance(database, "one").look();
        instance(database, "two").look();
        change("update database_places set token = 'of the backup'");

        instance(database, "one").look();
        instance(database, "two").look();

        assertThat(heard).singleElement().asString().contains("is older");
    }

    @Test
    void saysOnceOfAnOlderDatabaseWhatAFileSaysForEverThatCannotBeWritten() throws IOException {
        instance(database, "one").look();
        String saw = Files.readString(folder.resolve("one"));
        change("update database_places set token = 'of the backup'");

        instance(database, "one").look();
        Files.writeString(folder.resolve("one"), saw);
        instance(database, "one").look();

        assertThat(heard).hasSize(1);
    }

    @Test
    void noticesADumpThatWasRestoredIntoTheSameDatabase() {
        instance(database, "one").look();
        instance(database, "two").look();
        instance(database, "one").look();
        change("update database_places set looks = 1");

        instance(database, "one").look();
        instance(database, "two").look();
        instance(database, "one").look();

        assertThat(heard).singleElement().asString().contains("it knows of 1 looks, before 3");
        assertThat(places(database)).containsExactly("first", "older");
    }

    @Test
    void noticesABackupOfBeforePlacesWereKept() {
        instance(database, "one").look();
        instance(database, "two").look();
        change("delete from database_places");

        instance(database, "one").look();
        instance(database, "two").look();

        assertThat(heard).singleElement().asString().contains("is older");
    }

    @Test
    void takesNothingFromAFileThatIsOfAnotherDatabaseOrUnreadable() throws IOException {
        instance(database, "one").look();
        try (Database other = Database.fresh()) {
            instance(other, "one").look();
            Files.writeString(folder.resolve("one"), "{\"tok");
            instance(other, "one").look();

            assertThat(heard).isEmpty();
            assertThat(Files.readString(folder.resolve("one"))).contains("written");
        }
    }

    private DatabasePlaces instance(Database where, String file) {
        return new DatabasePlaces(
                JdbcClient.create(where.engine()),
                new TransactionTemplate(new JdbcTransactionManager(where.engine())),
                new LastSeenFile(new PlaceSettings(folder.resolve(file))),
                List.of(heard::add));
    }

    private void write() {
        change("create table written (n integer)");
    }

    private void change(String statement) {
        JdbcClient.create(database.owner()).sql(statement).update();
    }

    private static List<String> places(Database where) {
        return JdbcClient.create(where.owner())
                .sql("select coalesce(moved, 'first') from database_places order by id")
                .query(String.class)
                .list();
    }
}
