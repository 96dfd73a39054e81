package io.serai.console.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final String WHERE = "http://127.0.0.1:1/told";

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final String list = "/hotels/" + hotel.id() + "/connections/hooks";
    private final Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));
    private String path = "";
    private String shown = "";

    @BeforeEach
    void aHookThatIsAdded() {
        operator.get(list);
        operator.post(
                list, Map.of("url", WHERE, "event", "reservation.created", "payload", "thin"));
        shown = operator.get(list).body();
        path = list + "/" + shown.replaceAll("(?s).*/connections/hooks/(\\d+).*", "$1");
    }

    @Test
    void showsTheSecretOnceAndWhatFailed() {
        String later = operator.get(list).body();
        operator.post(path + "/test", Map.of());

        assertThat(shown).contains("whsec_", "reservation.created");
        assertThat(later).contains("127.0.0.1").doesNotContain("whsec_");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator.get(path).body().contains("Connection refused"));
        assertThat(operator.get(path).body()).contains("Tell again");
    }

    @Test
    void changesWhereAndOfWhatItIsToldAndSaysWhatCannotBeMeant() {
        var wrong =
                operator.post(
                        path,
                        Map.of(
                                "url",
                                "ftp://pms.example",
                                "event",
                                "reservation.created",
                                "payload",
                                "thin"));
        var nothing = operator.post(path, Map.of("url", WHERE, "payload", "thin"));
        Map<String, String> form =
                Map.of(
                        "url",
                        WHERE + "/2",
                        "event",
                        "reservation.cancelled",
                        "payload",
                        "full",
                        "seen",
                        seen(operator.get(path).body()));
        operator.post(path + "/enabled", Map.of("on", "false"));
        operator.post(path, form);
        var late = operator.post(path, form);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("ftp://pms.example", "url: ");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("expected: some of");
        assertThat(operator.get(path).body())
                .contains(WHERE + "/2", "reservation.cancelled · full", ">off<");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed this webhook meanwhile");
        assertThat(seen(late.body())).isNotEqualTo(form.get("seen"));
    }

    @Test
    void tellsItNothingForNowAndThenAgain() {
        operator.post(path + "/enabled", Map.of("on", "false"));
        String off = operator.get(path).body();
        operator.post(path + "/enabled", Map.of("on", "true"));

        assertThat(off).contains(">off<", "Tell it again");
        assertThat(operator.get(path).body()).contains(">on<", "Tell it nothing for now");
    }

    @Test
    void givesItAnotherSecretBesideWhichTheOneBeforeSignsForAWhile() {
        operator.post(path + "/rotate", Map.of());
        String once = operator.get(path).body();
        String later = operator.get(path).body();

        assertThat(once).contains("whsec_", "The secret before the last signs too until");
        assertThat(later).doesNotContain("whsec_").contains("signs too until");
        assertThat(secret(once)).isNotEqualTo(secret(shown));
    }

    @Test
    void takesItAwayAndLetsWhoLooksOnlyDoNone() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));
        String seen = viewer.get(path).body();
        var refused = viewer.post(path + "/remove", Map.of());
        operator.post(path + "/remove", Map.of());

        assertThat(seen).contains(WHERE).doesNotContain("Take it away", "Another secret");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(operator.get(list).body()).contains("None yet", "Taken away");
        assertThat(operator.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isFoundAmongManyByAPartOfItsAddress() {
        SERAI.sql()
                .sql(
                        "insert into hook_subscriptions (hotel_id, url, events, secret_sealed) select ?, 'https://pms.example/' || n, '{reservation.created}', '' from generate_series(101, 160) n")
                .param(hotel.id())
                .update();

        String all = operator.get(list + "?sort=address-last").body();
        String found = operator.get(list + "?q=EXAMPLE/117&told=on").body();
        String none = operator.get(list + "?told=given-up").body();

        assertThat(all)
                .contains("Page 1 of 2, 61 in all", "aria-sort=\"descending\"", "example/160")
                .doesNotContain("example/101", "127.0.0.1");
        assertThat(found).contains("example/117").doesNotContain("example/118");
        assertThat(none).contains("No webhook matches");
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    private static String secret(String page) {
        return page.replaceAll("(?s).*(whsec_[^<]*)<.*", "$1");
    }
}
