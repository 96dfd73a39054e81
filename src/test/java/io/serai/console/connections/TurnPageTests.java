package io.serai.console.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.UnconnectedHotel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A connection that goes from the hotel it was tried with to the one that guests book, and back.
 */
class TurnPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final LocalDate NIGHT = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    private static final Pattern LINE =
            Pattern.compile(
                    "name=\"room\" value=\"([^\"]*)\"><input type=\"hidden\" name=\"rate\"(?: value=\"([^\"]*)\")?>(.*?)</li>",
                    Pattern.DOTALL);

    private final UnconnectedHotel hotel = UnconnectedHotel.begin();
    private final String list = "/hotels/" + hotel.id() + "/connections";
    private final Visitor admin = Visitor.signedIn(Visitor.user("admin", hotel.id()));

    @Test
    void goesLiveWithAnotherNumberAndBackWithoutLosingWhatRoomsAndRatesMean() {
        String path = opened();
        String live = hotel.elsewhere();

        String looked = admin.get(path + "/turn?live=true&number=" + live).body();
        assertThat(looked)
                .contains(
                        "Double, Garden",
                        "suggested",
                        "Stable",
                        "not known",
                        "HB",
                        "Pause it first");
        assertThat(turn(path, live, true, looked)).contains("it is not paused");
        assertThat(number(path)).isEqualTo(hotel.remote());
        assertThat(choosing(path, live, roomType("SUI")))
                .contains("chosen", "Choose what its room means", "Half board (HALF)");

        admin.post(path + "/pause", Map.of("close", "false"));
        awaitRest(path);
        assertThat(turn(path, live, true, looked)).isEmpty();
        assertThat(number(path)).isEqualTo(live);
        assertThat(held(path)).isZero();
        assertThat(admin.get(path + "/mapping").body()).contains("Straw").doesNotContain(">HB<");
        admin.post(path + "/resume", Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> sells(live + "51"));

        admin.post(path + "/pause", Map.of("close", "false"));
        awaitRest(path);
        String back = admin.get(path + "/turn?live=false&number=" + hotel.remote()).body();
        assertThat(back).contains("known").doesNotContain("pill wait");
        assertThat(turn(path, hotel.remote(), false, back)).isEmpty();
        admin.post(path + "/resume", Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> hotel.sells(NIGHT));
    }

    @Test
    void changesNothingWhereTheChannelLetsNobodyInOrSomethingIsBeingSent() {
        String path = opened();
        admin.post(path + "/pause", Map.of("close", "false"));
        awaitRest(path);
        String live = hotel.elsewhere();
        String looked = admin.get(path + "/turn?live=true&number=" + live).body();
        var stranger = admin.get(path + "/turn?live=true&number=4711");
        claim(path, "now() + interval '1 minute'");
        String sending = turn(path, live, true, looked);
        claim(path, "'-infinity'");

        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("the channel did not let hotel 4711 in");
        assertThat(sending).contains("a message is under way there");
        assertThat(number(path)).isEqualTo(hotel.remote());
        assertThat(
                        Visitor.signedIn(Visitor.user("operator", hotel.id()))
                                .get(path + "/turn")
                                .statusCode())
                .isEqualTo(403);
    }

    /** Presses the button of the page; the answer is what it says where it cannot be. */
    private String turn(String path, String number, boolean live, String page) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("number", number));
        fields.add(Map.entry("live", Boolean.toString(live)));
        var lines = LINE.matcher(page);
        while (lines.find()) {
            String rate = lines.group(2) == null ? "" : lines.group(2);
            String means =
                    lines.group(3)
                            .replaceAll(
                                    "(?s).*<option value=\"(\\d+)\" selected=\"selected\">.*",
                                    "$1");
            fields.add(Map.entry("room", lines.group(1)));
            fields.add(Map.entry("rate", rate));
            fields.add(Map.entry("means", means.matches("[0-9]+") ? means : ""));
        }
        var answer = admin.form(path + "/turn", fields);
        return answer.statusCode() == 422
                ? answer.body().replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1")
                : "";
    }

    /** Says what the room means that nobody knows, and looks again. */
    private String choosing(String path, String number, String meaning) {
        return admin.form(
                        path + "/turn/check",
                        List.of(
                                Map.entry("number", number),
                                Map.entry("live", "true"),
                                Map.entry("room", number + "02"),
                                Map.entry("rate", ""),
                                Map.entry("means", meaning),
                                Map.entry("room", number + "01"),
                                Map.entry("rate", ""),
                                Map.entry("means", "")))
                .body();
    }

    /** Adds it by the pages, and opens it. */
    private String opened() {
        admin.get(list);
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("name", "Booking.com");
        wish.put("remoteHotel", hotel.remote());
        wish.put("credential-api_key", hotel.key());
        wish.put("credential-api_secret", hotel.secret());
        String path =
                admin.post(list + "/new/bookingcom", wish)
                        .headers()
                        .firstValue("Location")
                        .orElse("")
                        .replaceAll("^https?://[^/]*|/set-up$", "");
        admin.post(path + "/set-up/test", Map.of());
        admin.post(path + "/set-up/rooms", Map.of());
        map(path, null, "Double, Garden", roomType("DBL"));
        map(path, "rate", "Standard rate", hotel.product("Standard"));
        map(path, "rate", "HB", hotel.product("Half board"));
        admin.post(path + "/set-up/map", Map.of());
        admin.post(path + "/set-up/check", Map.of());
        admin.post(path + "/resume", Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> hotel.sells(NIGHT));
        return path;
    }

    private void map(String path, String rate, String name, String meaning) {
        int remote =
                SERAI.sql()
                        .sql(
                                "select id from ota_rate_plans where connection_id = ? and coalesce(rate_name, room_name) = ? and (remote_rate is null) = ?")
                        .params(id(path), name, rate == null)
                        .query(Integer.class)
                        .single();
        admin.post(path + "/mapping/" + remote, Map.of("meaning", meaning));
    }

    private String roomType(String code) {
        return SERAI.sql()
                .sql("select id::text from room_types where hotel_id = ? and code = ?")
                .params(hotel.id(), code)
                .query(String.class)
                .single();
    }

    private static void awaitRest(String path) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                SERAI.sql()
                                        .sql(
                                                "select owner is null from claims where connection_id = ?")
                                        .param(id(path))
                                        .query(Boolean.class)
                                        .single());
    }

    private static void claim(String path, String until) {
        SERAI.sql()
                .sql(
                        "update claims set fence = fence + 1, owner = 'another', until = "
                                + until
                                + " where connection_id = ?")
                .param(id(path))
                .update();
    }

    private static String number(String path) {
        return SERAI.sql()
                .sql("select remote_hotel from third_party_integrations where id = ?")
                .param(id(path))
                .query(String.class)
                .single();
    }

    private static long held(String path) {
        return SERAI.sql()
                .sql(
                        "select count(*) from held_nights h join ota_rate_plans r on r.id = h.remote_id where r.connection_id = ? and h.night > current_date")
                .param(id(path))
                .query(Long.class)
                .single();
    }

    private boolean sells(String rate) {
        return SERAI.sql()
                .sql(
                        """
                        select coalesce(bool_and(h.closed is false and h.unknown = 0), false) from held_nights h join ota_rate_plans r on r.id = h.remote_id
                         where r.hotel_id = ? and r.remote_rate = ? and h.night = ?
                        """)
                .params(hotel.id(), rate, NIGHT)
                .query(Boolean.class)
                .single();
    }

    private static int id(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }
}
