package io.serai.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.Map;
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
        admin.post(path + "/mapping/" + hotel.remoteRate(), Map.of("meaning", ""));

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
