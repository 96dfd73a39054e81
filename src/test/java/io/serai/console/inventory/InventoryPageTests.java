package io.serai.console.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rooms of many nights changed without a browser: forms and links alone. */
class InventoryPageTests {

    private static final LocalDate NIGHT = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(4);

    private final RunningSerai serai = RunningSerai.shared();
    private final JdbcClient sql = serai.sql();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));
    private final String page = "/hotels/" + hotel.id() + "/inventory";

    @BeforeEach
    void sell() {
        sql.sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
        hotel.sell(serai.database(), NIGHT, NIGHT.plusDays(9), 5, 120_00);
        visitor.get(page);
    }

    @Test
    void closesARangeListsItAndOpensItAgain() {
        apply("closed", "yes");
        String listed = visitor.get(page).body();

        visitor.post(page + "/undo", Map.of("id", edit()));

        assertThat(listed)
                .contains("Open again")
                .contains("10 nights of 1 room type: open → closed");
        assertThat(visitor.get(page).body()).contains("Nothing is closed.");
    }

    @Test
    void offersNoMoreThanTheHouseHas() {
        var preview =
                visitor.post(page + "/bulk", wish("offered", "4000"), "HX-Request", "true").body();

        assertThat(preview).contains("rooms to offer").contains("Nothing would change");
    }

    @Test
    void changesOneNightAndTellsWhoWroteMeanwhile() {
        String night =
                "/hotels/%d/rooms/%d/nights/%s".formatted(hotel.id(), hotel.roomType(), NIGHT);
        Matcher seen =
                Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                        .matcher(visitor.get(night).body());
        assertThat(seen.find()).isTrue();
        int saved = visitor.post(night, Map.of("offered", "3", "outOfOrder", "1")).statusCode();

        var late = visitor.post(night, Map.of("offered", "2", "seen", seen.group(1)));

        assertThat(saved).isEqualTo(302);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody else wrote meanwhile: 3 offered, 1 out of order, open");
        assertThat(visitor.get(night + "/story").body()).contains("out of order 1");
    }

    @Test
    void setsWhatOneChannelGets() {
        int room =
                sql.sql(
                                "update ota_rate_plans set state = 'active' where connection_id = ? and remote_rate is null returning id")
                        .param(hotel.connection())
                        .query(Integer.class)
                        .list()
                        .get(0);
        String path = page + "/connections/" + hotel.connection() + "/rooms/" + room;

        String closed =
                visitor.post(path, Map.of("most", "0", "last", ""), "HX-Request", "true").body();
        var wrong = visitor.post(path, Map.of("most", "x", "last", ""), "HX-Request", "true");

        assertThat(closed).contains("Closed there until this is taken back");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(visitor.get(page).body()).contains("value=\"0\"");
    }

    private void apply(String... values) {
        Map<String, String> wish = wish(values);
        Matcher stamp =
                Pattern.compile("name=\"stamp\" value=\"([0-9a-f]+)\"")
                        .matcher(visitor.post(page + "/bulk", wish).body());
        assertThat(stamp.find()).isTrue();
        wish.put("stamp", stamp.group(1));
        assertThat(visitor.post(page + "/bulk", wish).statusCode()).isEqualTo(302);
    }

    private Map<String, String> wish(String... values) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("from", NIGHT.toString());
        wish.put("to", NIGHT.plusDays(9).toString());
        for (int at = 0; at < values.length; at += 2) {
            wish.put(values[at], values[at + 1]);
        }
        return wish;
    }

    private String edit() {
        return sql.sql("select max(id) from bulk_edits where hotel_id = ?")
                .param(hotel.id())
                .query(String.class)
                .single();
    }
}
