package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRightsTests {

    private static SampleHotel hotel;

    @BeforeAll
    static void aHotel() {
        hotel = SampleHotel.another(RunningSerai.shared().database());
    }

    @AfterAll
    static void nobodyCallsForItAnyMore() {
        RunningSerai.shared()
                .sql()
                .sql("delete from third_party_integrations where id = ?")
                .param(hotel.connection())
                .update();
    }

    @Test
    void endsTheSessionOfWhoIsNoUserAnyMore() {
        String login = Visitor.user("admin");
        Visitor visitor = Visitor.signedIn(login);
        int before = visitor.get("/jobs").statusCode();
        RunningSerai.shared()
                .sql()
                .sql("update users set is_enabled = false where login = ?")
                .param(login)
                .update();

        var after = visitor.get("/jobs");

        assertThat(before).isEqualTo(200);
        assertThat(after.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(visitor.get("/jobs").statusCode()).isEqualTo(302);
    }

    @Test
    void endsTheSessionsOfWhoHasAnotherPasswordSince() {
        String login = Visitor.user("viewer");
        Visitor visitor = Visitor.signedIn(login);
        int before = visitor.get("/jobs").statusCode();
        RunningSerai.shared()
                .sql()
                .sql("update users set password_hash = password_hash || '2' where login = ?")
                .param(login)
                .update();

        var after = visitor.get("/jobs");

        assertThat(before).isEqualTo(200);
        assertThat(after.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void leadsBackFromAnAddressThatLeadsNowhere() {
        Visitor visitor = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

        var page = visitor.get("/nosuch", "Accept", "text/html");
        var problem = visitor.get("/nosuch", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Not here").contains("Back to the hotel");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body()).contains("\"status\":404");
    }

    @ParameterizedTest
    @CsvSource({"0000000", "%2B", "0"})
    void knowsAHotelByItsNumberAloneHoweverElseItMayBeWritten(String before) {
        Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));

        int sent =
                visitor.post(
                                "/hotels/"
                                        + before
                                        + hotel.id()
                                        + "/connections/"
                                        + hotel.connection()
                                        + "/sync",
                                Map.of())
                        .statusCode();

        assertThat(sent).isEqualTo(404);
    }

    @Test
    void listsAUsersHotelsWithTheStateOfEachAndNoOthers() {
        SampleHotel other = SampleHotel.another(RunningSerai.shared().database());
        SampleHotel strange = SampleHotel.another(RunningSerai.shared().database());
        var sql = RunningSerai.shared().sql();
        sql.sql("update hotels set name = 'Quiet House' where id = ?").param(other.id()).update();
        sql.sql("update third_party_integrations set is_enabled = false where id = any (?)")
                .param(new Integer[] {other.connection(), strange.connection()})
                .update();
        Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id(), other.id()));

        String all = visitor.get("/hotels?section=rates&sort=number").body();
        String named = visitor.get("/hotels?q=quiet").body();
        String troubled = visitor.get("/hotels?state=troubled").body();
        String parked = visitor.get("/hotels?state=parked").body();
        String found = visitor.get("/hotels/found?q=quiet&section=rates").body();

        assertThat(all)
                .contains("2 hotels", "/go?hotel=" + hotel.id() + "&amp;section=rates")
                .doesNotContain("id=\"hotel-" + strange.id());
        assertThat(named)
                .contains("id=\"hotel-" + other.id())
                .doesNotContain("id=\"hotel-" + hotel.id());
        assertThat(troubled).contains("id=\"hotel-" + other.id(), ">paused<");
        assertThat(parked).contains("No hotel matches.");
        assertThat(found).contains("1 hotel", "Quiet House").doesNotContain("Casa do Mar");
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "finance, 403", "operator, 302", "engineer, 302", "admin, 302"})
    void sendsForThoseWhoOperate(String role, int status) {
        Visitor visitor = Visitor.signedIn(Visitor.user(role, hotel.id()));
        String page = "/hotels/" + hotel.id();

        int seen = visitor.get("/inbox").statusCode();
        int sent =
                visitor.post(page + "/connections/" + hotel.connection() + "/sync", Map.of())
                        .statusCode();

        assertThat(seen).isEqualTo(200);
        assertThat(sent).isEqualTo(status);
    }
}
