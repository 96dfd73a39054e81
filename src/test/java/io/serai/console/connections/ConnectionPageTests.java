package io.serai.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConnectionPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final String list = "/hotels/" + hotel.id() + "/connections";
    private final String path = list + "/" + hotel.connection();
    private final Visitor admin = Visitor.signedIn(Visitor.user("admin", hotel.id()));

    @Test
    void showsHowAConnectionIsWithWhatIsUsedOfItsLimits() {
        String all = admin.get(list).body();
        String one = admin.get(path).body();

        assertThat(all)
                .contains("connection-" + hotel.connection(), "Limit most used", "Add a channel");
        assertThat(one)
                .contains(
                        "all calls together",
                        "Used of rooms and restrictions",
                        "Close everything there, then pause");
    }

    @Test
    void saysThatTheDatabaseWasRestoredUntilAllIsToldAnew() {
        Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        restored();
        String page = operator.get(path).body();
        String today = operator.get("/hotels/" + hotel.id() + "/today").body();
        String listed = operator.get(list).body();

        var shown = Pattern.compile("name=\"(from|to)\" value=\"([0-9-]+)\"").matcher(page);
        Map<String, String> nights = new HashMap<>();
        while (shown.find()) {
            nights.put(shown.group(1), shown.group(2));
        }
        operator.post(path + "/full-sync", nights);
        String telling = operator.get(path).body();
        SERAI.sql()
                .sql("delete from marks where connection_id = ?")
                .param(hotel.connection())
                .update();

        assertThat(page)
                .contains("Its files were put back.", "Send everything again")
                .doesNotContain("Nothing was lost");
        assertThat(today).contains("need-restored", "until it is told everything again");
        assertThat(listed).contains("to be told everything again");
        assertThat(telling)
                .contains("is being told everything again")
                .doesNotContain("Send everything again");
        assertThat(operator.get(path).body()).doesNotContain("restored-title");
        assertThat(operator.post(path + "/restored", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void takesTheWordOfWhoAdministersThatNothingWasLost() {
        restored();
        String before = admin.get(path).body();

        admin.post(path + "/restored", Map.of());

        assertThat(before).contains("Nothing was lost: the channel holds what is shown here");
        assertThat(admin.get(path).body()).doesNotContain("restored-title");
        assertThat(
                        SERAI.sql()
                                .sql(
                                        "select r.waived_by like 'user:%' and exists (select from audit where subject_id = r.connection_id and act = 'nothing-lost') from connection_restores r where connection_id = ?")
                                .param(hotel.connection())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private void restored() {
        SERAI.sql()
                .sql(
                        "insert into connection_restores (connection_id, hotel_id, words) values (?, ?, 'Its files were put back.')")
                .params(hotel.connection(), hotel.id())
                .update();
    }

    @Test
    void letsWhoLooksOnlyChangeNothing() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));
        Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        Visitor stranger = Visitor.signedIn(Visitor.user("operator"));
        operator.get(list);

        assertThat(viewer.get(path).body()).doesNotContain("Pause now", "Disconnect");
        assertThat(viewer.post(path + "/pause", Map.of("close", "false")).statusCode())
                .isEqualTo(403);
        assertThat(operator.get(path).body()).contains("Pause now").doesNotContain("Disconnect");
        assertThat(operator.get(list + "/new").statusCode()).isEqualTo(403);
        assertThat(operator.post(path + "/disconnect", Map.of("close", "false")).statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void pausesAtOnceAndResumes() {
        admin.get(list);

        admin.post(path + "/pause", Map.of("close", "false"));
        assertThat(admin.get("/accounts/" + hotel.account()).body()).contains(">paused</span>");
        assertThat(admin.get(path).body())
                .contains("goes on selling what it holds")
                .contains("Resume");
        assertThat(is("is_enabled")).isFalse();
        var closing = admin.post(path + "/pause", Map.of("close", "true"));
        admin.post(path + "/resume", Map.of());

        assertThat(closing.statusCode()).isEqualTo(422);
        assertThat(closing.body()).contains("nothing can be told there");
        assertThat(is("open")).isTrue();
    }

    @Test
    void doesNotPauseWhatIsStillBeingAddedSoThatItsFirstSyncIsClosed() {
        admin.get(list);
        set("step = 'check'");

        var paused = admin.post(path + "/pause", Map.of("close", "false"));
        var resumed = admin.post(path + "/resume", Map.of());

        assertThat(paused.statusCode()).isEqualTo(422);
        assertThat(paused.body()).contains("go on adding it");
        assertThat(resumed.statusCode()).isEqualTo(422);
        assertThat(is("step = 'check' and is_enabled")).isTrue();
    }

    @Test
    void letsNoOperatorTakeBackThatAConnectionIsLeft() {
        Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        operator.get(list);
        set("closed_for = 'disconnect'");

        var paused = operator.post(path + "/pause", Map.of("close", "true"));
        var resumed = operator.post(path + "/resume", Map.of());

        assertThat(paused.statusCode()).isEqualTo(422);
        assertThat(resumed.statusCode()).isEqualTo(422);
        assertThat(resumed.body()).contains("not being left").doesNotContain("Pause now");
        assertThat(is("closed_for = 'disconnect'")).isTrue();
    }

    @Test
    void refusesTwoProductsOnOneRateAndClosesOneBeforeItIsForgotten() {
        int other = hotel.rate(SERAI.database(), "OTHER").product();
        admin.get(list);

        var second =
                admin.post(
                        path + "/mapping/" + hotel.remoteRate(),
                        Map.of("meaning", Integer.toString(other)));
        var away =
                admin.post(
                        path + "/mapping/" + hotel.remoteRate(),
                        Map.of("meaning", "", "q", "a & {b}", "state", "mapped"));

        assertThat(away.headers().firstValue("Location").orElseThrow())
                .endsWith("/mapping?q=a%20%26%20%7Bb%7D&state=mapped");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("two are not sold as one");
        assertThat(admin.get(path + "/mapping").body())
                .contains("It is being closed at the channel");
    }

    @Test
    void leavesAChannelAndShowsWhatGoesOnSelling() {
        SERAI.sql()
                .sql(
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_name) values (?, ?, 'x', 'Attic')")
                .params(hotel.id(), hotel.connection())
                .update();

        assertThat(admin.get(path).body()).contains("Goes on selling in any case", "Attic");
        admin.post(path + "/disconnect", Map.of("close", "false"));

        assertThat(admin.get(list).body()).contains("No channel yet");
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void sendsWhatDiffersWithoutAScriptAndSaysSoWhereItWasAsked() {
        admin.get(list);

        var answer = admin.post(path + "/sync", Map.of());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(path);
        assertThat(admin.get(path).body()).contains("only what differs is sent");
    }

    private void set(String change) {
        SERAI.sql()
                .sql("update third_party_integrations set " + change + " where id = ?")
                .param(hotel.connection())
                .update();
    }

    private boolean is(String column) {
        return SERAI.sql()
                .sql("select " + column + " from third_party_integrations where id = ?")
                .param(hotel.connection())
                .query(Boolean.class)
                .single();
    }
}
