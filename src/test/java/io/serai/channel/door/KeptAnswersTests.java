package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.NotSent;
import io.serai.channel.keep.ConnectionFailed;
import io.serai.testing.Database;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptAnswersTests {

    private static Database database;

    @TempDir static Path folder;
    private Inn inn;
    private Stage stage;
    private long account;

    @BeforeAll
    static void openDatabase() {
        database = Database.fresh();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        inn = new Inn();
        stage =
                Stage.before(
                        inn,
                        folder,
                        database,
                        "limits:",
                        "keep: { rooms-read: { for: 1h, dropped-by: [rooms-push] } }\nlimits:");
        account = stage.account();
        inn.answers(saying(200, "application/xml", "<rooms/>"));
    }

    @AfterEach
    void close() {
        stage.close();
        inn.close();
        JdbcClient.create(database.owner())
                .sql("truncate channel_accounts, call_limits cascade")
                .update();
    }

    @Test
    void answersTheSameQuestionForTheSameConnectionWithoutAnotherCall() {
        call("rooms-read", "<a/>", "1");

        Exchange again = call("rooms-read", "<a/>", "1");

        assertThat(again.getMessage().getBody(String.class)).isEqualTo("<rooms/>");
        assertThat(again.getMessage().getHeader("Content-Type", String.class))
                .startsWith("application/xml");
        assertThat(inn.asked()).hasSize(1);
        call("rooms-read", "<b/>", "1");
        call("rooms-read", "<a/>", "2");
        call("counts", "<a/>", "1");
        call("counts", "<a/>", "1");
        assertThat(inn.asked()).hasSize(5);
    }

    @Test
    void asksAfreshWhereThatIsWantedAndKeepsWhatComes() {
        call("rooms-read", "<a/>", "1");
        inn.answers(saying(200, "application/xml", "<more/>"));

        Exchange fresh = call("rooms-read", "<a/>", "1", "Serai-Fresh", "true");
        Exchange kept = call("rooms-read", "<a/>", "1");

        assertThat(fresh.getMessage().getBody(String.class)).isEqualTo("<more/>");
        assertThat(kept.getMessage().getBody(String.class)).isEqualTo("<more/>");
        assertThat(inn.asked()).hasSize(2);
    }

    @Test
    void dropsWhatACallMayChangeWhateverBecomesOfIt() {
        call("rooms-read", "<a/>", "1");
        call("rooms-read", "<a/>", "2");
        inn.answers(saying(500, "application/xml", "<no/>"));

        call("rooms-push", "<a/>", "1");
        inn.answers(saying(200, "application/xml", "<more/>"));

        assertThat(call("rooms-read", "<a/>", "1").getMessage().getBody(String.class))
                .isEqualTo("<more/>");
        assertThat(call("rooms-read", "<a/>", "2").getMessage().getBody(String.class))
                .isEqualTo("<rooms/>");
    }

    @Test
    void keepsNoFailureAndDropsWhatWasKeptOnOne() {
        inn.answers(saying(404, "application/xml", "<no/>"));
        call("rooms-read", "<a/>", "1");
        inn.answers(saying(200, "application/xml", "<rooms/>"));
        call("rooms-read", "<a/>", "1");

        stage.publish(new ConnectionFailed(1));
        call("rooms-read", "<a/>", "1");

        assertThat(inn.asked()).hasSize(3);
    }

    @Test
    void sendsNothingWhereTheOthersCannotBeToldBeforeAndLosesNoAnswerWhereNotAfter() {
        JdbcClient owner = JdbcClient.create(database.owner());
        String forbid = "revoke execute on function pg_notify(text, text) from public";
        String allow = "grant execute on function pg_notify(text, text) to public";

        owner.sql(forbid).update();
        Exchange before = call("rooms-push", "<a/>", "1");
        owner.sql(allow).update();
        inn.answers(
                exchange -> {
                    owner.sql(forbid).update();
                    saying(200, "application/xml", "<done/>").answer(exchange);
                });
        Exchange after = call("rooms-push", "<a/>", "1");
        owner.sql(allow).update();

        assertThat(before.getException()).isInstanceOf(NotSent.class);
        assertThat(after.getException()).isNull();
        assertThat(after.getMessage().getBody(String.class)).isEqualTo("<done/>");
        assertThat(inn.asked()).hasSize(1);
    }

    private Exchange call(String call, String body, String connection, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Serai-Connection";
        all[1] = connection;
        all[2] = "Content-Type";
        all[3] = "application/xml";
        return stage.call(inn.url() + "/rooms", account, call, body, all);
    }
}
