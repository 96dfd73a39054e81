package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.flow.FlowSettings;
import io.serai.testing.Database;
import io.serai.testing.SeraiOfFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mappings tried from the command line, as an engineer does beside a running Serai. */
class MappingsCommandTests {

    private static final Path EXAMPLE = Path.of("examples/channel");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final MappingsCommand command = new MappingsCommand(new PrintStream(said, true, UTF_8));

    @TempDir Path folder;

    @Test
    void checksEveryExample() {
        int status = command.run("check", "--mappings=" + EXAMPLE.resolve("mappings"));

        assertThat(status).isZero();
        assertThat(said()).contains("7 of 7 examples hold");
    }

    @Test
    void showsAnExampleThatDoesNotHold() throws IOException {
        edit("\"price\": .set.price.room", "\"price\": .set.price.bed");

        int status = command.run("check", "--mappings=" + folder);

        assertThat(status).isEqualTo(1);
        assertThat(said())
                .contains("FAILS wayside: changes-out.rooms-and-a-price.input.json")
                .contains("-    \"price\" : \"120.00\",")
                .contains("6 of 7 examples hold");
    }

    @Test
    void showsWhatAnEditedMappingWouldHaveWrittenOtherwise() throws IOException {
        try (Database database = Database.fresh()) {
            sent(database);
            edit("\"available\": .set.rooms", "\"available\": .set.rooms + 1");

            int status =
                    command.run(
                            "compare",
                            "--mappings=" + folder,
                            "--serai.flow.mappings=" + EXAMPLE.resolve("mappings"),
                            "--serai.flow.routes=" + EXAMPLE.resolve("routes"),
                            "--serai.db.url=" + database.url(),
                            "--serai.db.user=postgres");

            assertThat(status).isZero();
            assertThat(said())
                    .contains("-    \"available\" : 2")
                    .contains("+    \"available\" : 3")
                    .contains("\"room\" : \"DBL\"")
                    .contains("wayside/changes-out.jslt: 1 messages compared")
                    .contains("1 messages would be others");
        }
    }

    @Test
    void showsWhatTheLastChangeOfAMappingWritesOtherwise() throws IOException {
        try (Database database = Database.fresh()) {
            sent(database);
            edit("\"available\": .set.rooms", "\"available\": .set.rooms + 1");
            Path kept = folder.resolve("kept");
            FlowSettings settings =
                    new FlowSettings(
                            EXAMPLE.resolve("routes"),
                            folder,
                            kept,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1));
            MappingTrial trial = new MappingTrial(settings, JdbcClient.create(database.owner()));
            String unchanged = trial.compare("wayside", 10);
            Path before = settings.mappingsBefore().resolve("wayside/changes-out.jslt");
            Files.createDirectories(before.getParent());
            Files.copy(EXAMPLE.resolve("mappings/wayside/changes-out.jslt"), before);

            String changed = trial.compare("wayside", 10);

            assertThat(unchanged).contains("wrote all that was sent");
            assertThat(changed)
                    .contains(
                            "-    \"available\" : 2",
                            "+    \"available\" : 3",
                            "1 messages would be others");
            assertThat(trial.check("wayside")).contains("FAILS wayside", "of 7 examples hold");
        }
    }

    @Test
    void saysHowItIsAsked() {
        assertThat(command.run("compare")).isEqualTo(2);
        assertThat(said()).contains("--mappings=<folder>");
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private void edit(String from, String to) throws IOException {
        SeraiOfFolders.copy(EXAMPLE.resolve("mappings"), folder);
        Path mapping = folder.resolve("wayside/changes-out.jslt");
        Files.writeString(mapping, Files.readString(mapping).replace(from, to));
    }

    /** One message in the record, as the dispatcher writes it. */
    private static void sent(Database database) {
        JdbcClient.create(database.owner())
                .sql(
                        """
                        with h as (insert into hotels (code, name, time_zone, currency) values ('H', 'H', 'Europe/Lisbon', 'EUR') returning id),
                             a as (insert into channel_accounts (provider, name, login_sealed, login_hash) values ('wayside.example', 'W', '', '') returning id),
                             c as (insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id)
                                   select 'W', 'ota', 'wayside.example', '{}', '{"hotel_id": "W1"}', h.id, a.id from h, a returning id, hotel_id),
                             r as (insert into ota_rate_plans (hotel_id, connection_id, remote_room) select hotel_id, id, 'DBL' from c returning id, hotel_id, connection_id),
                             s as (insert into attempts (hotel_id, connection_id, fence, request, deadline, updates, cells)
                                   select hotel_id, connection_id, 1, 'changes', now(), 1, 1 from r returning id, opened_at)
                        insert into attempt_ranges (attempt_id, opened_at, hotel_id, connection_id, remote_id, nights, fields, sent)
                        select s.id, s.opened_at, r.hotel_id, r.connection_id, r.id, '[2027-01-30,2027-02-01)', 1, '{"rooms": 2}' from r, s
                        """)
                .update();
    }
}
