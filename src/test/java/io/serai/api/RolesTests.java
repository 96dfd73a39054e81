package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what, and where. */
class RolesTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningSerai serai;
    private static SampleHotel mar;
    private static SampleHotel rio;

    @BeforeAll
    static void twoHotels() {
        serai = RunningSerai.shared();
        mar = withoutChannel(SampleHotel.another(serai.database()));
        rio = withoutChannel(SampleHotel.another(serai.database()));
    }

    @Test
    void letsAViewerLookAndChangeNothing() {
        ApiClient viewer = user("viewer", mar, null);

        Reply seen = viewer.get(room(mar));
        Reply tried = viewer.patch(room(mar), "{\"safetyStock\": 1}");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(tried.status()).isEqualTo(403);
        assertThat(tried.type()).isEqualTo("application/problem+json");
        assertThat(tried.body().path("detail").asText()).contains("expected: operate");
        assertThat(viewer.get(room(rio)).status()).isEqualTo(404);
    }

    @Test
    void letsSomebodyBeOneThingHereAndAnotherThere() {
        ApiClient both = user("viewer", mar, null);
        name(both, rio, "operator");

        Reply here = both.patch(room(mar), "{\"safetyStock\": 1}");
        Reply there = both.patch(room(rio), "{\"safetyStock\": 1}");

        assertThat(here.status()).isEqualTo(403);
        assertThat(here.body().path("detail").asText()).contains("one where you may do this");
        assertThat(there.status()).isEqualTo(200);
    }

    @Test
    void letsPeopleOfAChainWorkAtEachOfItsHotels() {
        ApiClient people = user("operator", null, null);
        int chain =
                serai.sql()
                        .sql("insert into chains (code, name) values (?, 'Casas') returning id")
                        .param("chain-" + NUMBER.incrementAndGet())
                        .query(Integer.class)
                        .single();
        serai.sql()
                .sql(
                        "insert into user_chains (user_id, chain_id) select id, ? from users where login = ?")
                .params(chain, login(people))
                .update();

        int before = people.get(room(rio)).status();
        serai.sql()
                .sql("update hotels set chain_id = ? where id = ?")
                .params(chain, rio.id())
                .update();

        assertThat(before).isEqualTo(404);
        assertThat(people.patch(room(rio), "{\"safetyStock\": 2}").status()).isEqualTo(200);
        assertThat(people.get(room(mar)).status()).isEqualTo(404);
    }

    @Test
    void takesARightAwayAtOnce() {
        ApiClient operator = user("operator", mar, null);
        int before = operator.patch(room(mar), "{\"safetyStock\": 3}").status();

        serai.sql()
                .sql("update users set role = 'viewer' where login = ?")
                .param(login(operator))
                .update();

        assertThat(before).isEqualTo(200);
        assertThat(operator.patch(room(mar), "{\"safetyStock\": 4}").status()).isEqualTo(403);
    }

    @Test
    void letsNoEngineerOfOneHotelPauseTheJobsOfAll() {
        ApiClient engineer = user("viewer", mar, "engineer");

        Reply paused = engineer.post("/api/jobs/stock-check/pause");

        assertThat(paused.status()).isEqualTo(403);
        assertThat(engineer.patch(room(mar), "{\"safetyStock\": 5}").status()).isEqualTo(200);
    }

    @Test
    void givesMoneyBackForFinanceAloneAndAllElseForOperators() {
        ApiClient operator = user("operator", mar, null);
        ApiClient finance = user("finance", mar, null);
        String acts = "/api/reservations/123456789/actions/";

        Reply refund = operator.post(acts + "refund", "{}");
        Reply noShow = finance.post(acts + "no-show", "{}");

        assertThat(refund.status()).isEqualTo(403);
        assertThat(refund.body().path("detail").asText()).contains("expected: finance");
        assertThat(finance.post(acts + "refund", "{}").status()).isEqualTo(404);
        assertThat(noShow.status()).isEqualTo(403);
        assertThat(operator.post(acts + "no-show", "{}").status()).isEqualTo(404);
    }

    private static String room(SampleHotel hotel) {
        return "/api/inventory-sync/hotels/" + hotel.id() + "/room-types/" + hotel.roomType();
    }

    private static ApiClient user(String role, SampleHotel hotel, String there) {
        String login = "roles-" + NUMBER.incrementAndGet();
        ApiClient user = ApiClient.user(serai, login, role);
        if (hotel != null) {
            name(user, hotel, there);
        }
        return user;
    }

    private static void name(ApiClient user, SampleHotel hotel, String role) {
        serai.sql()
                .sql(
                        "insert into user_hotels (user_id, hotel_id, role) select id, ?, ? from users where login = ?")
                .params(hotel.id(), role, login(user))
                .update();
    }

    private static String login(ApiClient user) {
        String told = user.authorization().substring("Basic ".length());
        return new String(java.util.Base64.getDecoder().decode(told)).split(":")[0];
    }

    /** Nobody is to call for it. */
    private static SampleHotel withoutChannel(SampleHotel made) {
        serai.sql()
                .sql("delete from third_party_integrations where id = ?")
                .param(made.connection())
                .update();
        return made;
    }
}
