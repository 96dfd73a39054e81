package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.flow.trial.TriedMapping.Cut;
import io.serai.testing.Database;
import io.serai.testing.SeraiOfFolders;
import io.serai.vault.MasterKeyCommand;
import io.serai.vault.Sealer;
import io.serai.vault.SealerBeside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Mappings tried from the command line, as an engineer does beside a running Serai. */
class MappingsCommandTests {

    private static final Path EXAMPLE = Path.of("examples/channel");
    private static final String MAPPING = "wayside/changes-out.jslt";
    private static final String SENT =
            """
            {"currency": "EUR", "updates": [{"id": 1, "room": "DBL", "from": "2027-01-30", "to": "2027-01-31", "set": {"rooms": 2}}]}
            """;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final MappingsCommand command = new MappingsCommand(new PrintStream(said, true, UTF_8));

    @TempDir Path folder;
    @TempDir Path keys;

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
    void showsWhatAnEditedMappingMakesOtherwiseThanWhatWasSent() throws IOException {
        try (Database database = Database.fresh()) {
            kept(database);
            edit("\"available\": .set.rooms", "\"available\": .set.rooms + 1");

            int status =
                    command.run(
                            "compare",
                            "--mappings=" + folder,
                            "--serai.flow.mappings=" + EXAMPLE.resolve("mappings"),
                            "--serai.vault.key-file=" + keyFile(),
                            "--serai.db.url=" + database.url(),
                            "--serai.db.user=postgres");

            assertThat(status).isZero();
            assertThat(said())
                    .contains(MAPPING + ": message 1 of 1, ", ", attempt 7, against what was made")
                    .contains("  changes[1].available: 2 → 3\n")
                    .doesNotContain("changes[1].room")
                    .contains(MAPPING + ": 1 of 1 messages tried, 1 would be others, it fails on 0")
                    .contains("1 messages would be others");
        }
    }

    @Test
    void forgetsAllButTheLastAndWhatWasAddedWhileAGuestWasBeingErased() {
        try (Database database = Database.fresh()) {
            JdbcClient sql = JdbcClient.create(database.owner());
            KeptRows rows = kept(database);
            add(rows, account(sql, "V"));
            rows.leave(MAPPING, 1);
            assertThat(rows.last(MAPPING, 9)).hasSize(1);

            add(rows, account(sql, "W"));
            sql.sql(
                            "insert into reservations (account_id, provider, number, status, erased_at) select id, provider, '1', 'cancelled', now() from channel_accounts where name = 'W'")
                    .update();

            assertThat(rows.forget(Instant.EPOCH)).isEqualTo(1);
            assertThat(rows.last(MAPPING, 9)).hasSize(1);
        }
    }

    @Test
    void triesNoStylesheetThatReadsAnythingButItsMessage() {
        try (MappingRun run = new MappingRun()) {
            for (String select :
                    List.of(
                            "unparsed-text ('file:///etc/passwd')",
                            "unparsed&#45;text('file:///etc/passwd')",
                            "unparsed-text#1('file:///etc/passwd')",
                            "function-lookup(xs:QName($any), 1)",
                            "parse-xml($any)",
                            "system-property('user.home')")) {
                String reads = stylesheet("<xsl:value-of select=\"" + select + "\"/>");
                assertThat(run.refusal("x/out.xsl", Map.of("x/out.xsl", reads)))
                        .as(select)
                        .startsWith("line 2 ")
                        .contains("a mapping that reads its message");
            }
            String written = stylesheet("<y:result-document href=\"file:///tmp/y\"/>");
            assertThat(run.refusal("x/out.xsl", Map.of("x/out.xsl", written)))
                    .contains("y:result-document");

            String whole =
                    stylesheet("")
                            .replace(
                                    "<xsl:template ",
                                    "<xsl:include href='part.xsl'/><xsl:template ");
            String part =
                    "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n<xsl:function name='f:it' xmlns:f='f'><xsl:sequence select=\"doc('x')\"/></xsl:function></xsl:stylesheet>";
            assertThat(run.refusal("x/out.xsl", Map.of("x/out.xsl", whole, "x/part.xsl", part)))
                    .startsWith("x/part.xsl:2 doc( (expected");
        }
    }

    private static String stylesheet(String content) {
        return "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n<xsl:template match='/'>"
                + content
                + "</xsl:template></xsl:stylesheet>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:value-of select='sum(for $i in 1 to 1000000000, $j in 1 to 1000000000 return $i mod 7)'/>",
                "<xsl:call-template name='again'/>",
            })
    void endsATextThatNeverEndsAtItsDeadlineAndTriesTheNext(String endless) {
        Trials trials = trials(Duration.ofSeconds(10));
        long processes = ProcessHandle.current().children().count();
        CompletableFuture<List<TriedMapping>> first =
                CompletableFuture.supplyAsync(
                        () ->
                                trials.run(
                                        texts(
                                                stylesheet(endless)
                                                        .replace(
                                                                "<xsl:template ",
                                                                "<xsl:template name='again'><xsl:call-template name='again'/></xsl:template><xsl:template "))));
        await().until(() -> ProcessHandle.current().children().count() > processes);
        assertThatThrownBy(() -> trials.run(texts(stylesheet("it"))))
                .isInstanceOf(TrialUnderWay.class);

        TriedMapping cut = first.join().get(0);
        TriedMapping next = trials.run(texts(stylesheet("it"))).get(0);

        assertThat(cut.cut()).isEqualTo(Cut.TIME);
        assertThat(cut.tried()).isZero();
        assertThat(next.refused()).isNull();
        assertThat(ProcessHandle.current().children().count()).isEqualTo(processes);
    }

    @Test
    void endsATextThatEatsAllMemoryAndTriesTheNext() {
        Trials trials = trials(Duration.ofMinutes(2));
        String eats =
                "<xsl:variable name='all' select=\"for $i in 1 to 100000000 return concat('eaten ', $i)\"/><xsl:value-of select='$all[last()], $all[1], count($all)'/>";

        TriedMapping full = trials.run(texts(stylesheet(eats))).get(0);
        TriedMapping next = trials.run(texts(stylesheet("it"))).get(0);

        assertThat(full.cut()).isEqualTo(Cut.MEMORY);
        assertThat(next.cut()).isNull();
        assertThat(next.tried()).isEqualTo(1);
    }

    private static Trials trials(Duration atMost) {
        MappedMessage xml = new MappedMessage("<Booking/>", Map.of(), "", "<was/>", null);
        KeptMessage message = new KeptMessage(1, Instant.now(), 7L, "", xml);
        return new Trials(
                mapping -> List.of(message),
                new KeptMessageSettings(
                        20,
                        Duration.ofDays(7),
                        DataSize.ofKilobytes(256),
                        atMost,
                        DataSize.ofMegabytes(64)));
    }

    private static TriedTexts texts(String sheet) {
        return TriedTexts.candidates(Map.of("x/out.xsl", sheet), Set.of("x/out.xsl"));
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
        Path mapping = folder.resolve(MAPPING);
        Files.writeString(mapping, Files.readString(mapping).replace(from, to));
    }

    private Path keyFile() {
        return keys.resolve("master.json");
    }

    private static MappedMessage sent(String given) {
        return new MappedMessage(SENT, Map.of(), "", given, null);
    }

    /** One message that was sent for attempt 7, as the running Serai keeps it. */
    private KeptRows kept(Database database) {
        JdbcClient sql = JdbcClient.create(database.owner());
        new MasterKeyCommand(new PrintStream(said, true, UTF_8)).run("make", keyFile().toString());
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "key", Map.of("serai.vault.key-file", keyFile().toString())));
        Sealer sealer = SealerBeside.of(environment);
        KeptRows rows = new KeptRows(sql, sealer);
        add(rows, account(sql, "U"));
        return rows;
    }

    private static long account(JdbcClient sql, String name) {
        return sql.sql(
                        "insert into channel_accounts (provider, name, login_sealed, login_hash) values ('wayside.example', :name, '', cast(:name as bytea)) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static void add(KeptRows rows, long account) {
        try (MappingRun run = new MappingRun()) {
            Path mapping = EXAMPLE.resolve("mappings").resolve(MAPPING);
            String given = run.map(mapping, sent(null), Instant.now()).given();
            rows.add(
                    new KeptRows.Fresh(
                            MAPPING, account, 7L, Instant.now(), "", rows.seal(sent(given))));
        }
    }
}
