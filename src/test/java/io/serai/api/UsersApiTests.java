package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin says who may come in. */
class UsersApiTests {

    private static final String CHAINS = "/api/access/chains";
    private static final String USERS = "/api/access/users";

    private static RunningSerai serai;
    private static SampleHotel hotel;
    private static ApiClient boss;

    @BeforeAll
    static void anAdmin() {
        serai = RunningSerai.shared();
        hotel = SampleHotel.another(serai.database());
        boss = ApiClient.user(serai, "users-boss", "admin");
    }

    @Test
    void letsSomebodyInAndTakesItBack() throws IOException {
        Reply added =
                boss.post(
                        USERS,
                        "{\"login\": \"maria@casa.example\", \"password\": \"caravan of twelve\", \"places\": [{\"hotel\": \"%d\", \"role\": \"operator\"}]}"
                                .formatted(hotel.id()));

        assertKeeps(added, 201, "AccessUser");
        assertKeeps(boss.get(USERS), 200, "AccessUsers");
        assertThat(status("maria@casa.example", "caravan of twelve")).isEqualTo(200);
        Reply changed =
                boss.patch(USERS + "/" + added.body().path("id").asText(), "{\"enabled\": false}");
        assertKeeps(changed, 200, "AccessUser");
        assertThat(changed.body().path("places")).hasSize(1);
        assertThat(status("maria@casa.example", "caravan of twelve")).isEqualTo(401);
    }

    @Test
    void writesNoPasswordDown() {
        Reply added =
                boss.post(USERS, "{\"login\": \"paulo\", \"password\": \"unforgettable words\"}");

        assertThat(added.whole().body()).doesNotContain("unforgettable");
        assertThat(
                        serai.sql()
                                .sql(
                                        "select change::text from audit where subject = 'users' and subject_id = ?::bigint")
                                .param(added.body().path("id").asText())
                                .query(String.class)
                                .single())
                .contains("paulo")
                .doesNotContain("unforgettable", "bcrypt");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        Reply twice = boss.post(USERS, "{\"login\": \"users-boss\"}");
        Reply weak = boss.post(USERS, "{\"login\": \"weak\", \"password\": \"short\"}");
        Reply nowhere =
                boss.post(USERS, "{\"login\": \"lost\", \"places\": [{\"chain\": \"nowhere\"}]}");
        Reply noHotel =
                boss.post(USERS, "{\"login\": \"lost\", \"places\": [{\"hotel\": \"999999999\"}]}");
        Reply sameTwice =
                boss.post(
                        USERS,
                        "{\"login\": \"lost\", \"places\": [{\"hotel\": \"%1$d\"}, {\"hotel\": \"%1$d\"}]}"
                                .formatted(hotel.id()));
        Reply noneOfChain =
                boss.post(
                        CHAINS,
                        "{\"code\": \"lost\", \"name\": \"Lost\", \"hotels\": [\"999999999\"]}");

        assertThat(noHotel.status()).isEqualTo(422);
        assertThat(noHotel.body().path("detail").asText())
                .isEqualTo("hotel: '999999999' (expected: the id of a hotel)");
        assertThat(sameTwice.status()).isEqualTo(422);
        assertThat(sameTwice.body().path("detail").asText())
                .isEqualTo("hotel: '%d' twice (expected: each place once)".formatted(hotel.id()));
        assertThat(noneOfChain.status()).isEqualTo(422);
        assertThat(noneOfChain.body().path("detail").asText())
                .isEqualTo("hotels: '999999999' (expected: ids of hotels)");

        assertThat(twice.status()).isEqualTo(409);
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.whole().body()).doesNotContain("short");
        assertThat(nowhere.body().path("detail").asText()).contains("'nowhere'");
    }

    @Test
    void isForAdminsOfAllHotels() {
        serai.sql()
                .sql(
                        """
                        with u as (insert into users (login, password_hash, role) values ('users-house', '{noop}stub', 'viewer') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select id, ?, 'admin' from u
                        """)
                .param(hotel.id())
                .update();
        ApiClient ofOneHotel = new ApiClient(serai.url(), "users-house");

        assertThat(ofOneHotel.get(USERS).status()).isEqualTo(403);
        assertThat(ofOneHotel.post(USERS, "{\"login\": \"friend\"}").status()).isEqualTo(403);
    }

    @Test
    void letsAKeyGiveNoRightThatItHasNot() {
        String key =
                boss.post(
                                "/api/access/keys",
                                "{\"name\": \"staff\", \"rights\": [\"admin\", \"read\"], \"everywhere\": true}")
                        .body()
                        .path("secret")
                        .asText();
        ApiClient staff = ApiClient.withKey(serai.url(), key);
        String clerk =
                boss.post(USERS, "{\"login\": \"users-clerk\", \"role\": \"operator\"}")
                        .body()
                        .path("id")
                        .asText();

        assertThat(staff.post(USERS, "{\"login\": \"users-eve\", \"role\": \"admin\"}").status())
                .isEqualTo(403);
        assertThat(
                        staff.patch(
                                        USERS + "/" + clerk,
                                        "{\"role\": \"viewer\", \"password\": \"caravan of twelve\"}")
                                .status())
                .isEqualTo(403);
        assertThat(staff.post(USERS, "{\"login\": \"users-guest\"}").status()).isEqualTo(201);
    }

    @Test
    void makesAChainOfHotelsAtWhichSomebodyIsGivenARole() throws IOException {
        Reply made =
                boss.post(
                        CHAINS,
                        "{\"code\": \"users-casas\", \"name\": \"Casas\", \"hotels\": [\""
                                + hotel.id()
                                + "\"]}");
        Reply added =
                boss.post(
                        USERS,
                        "{\"login\": \"users-chief\", \"places\":"
                                + " [{\"chain\": \"users-casas\", \"role\": \"operator\"}]}");
        serai.sql()
                .sql("update users set password_hash = '{noop}stub' where login = 'users-chief'")
                .update();
        ApiClient chief = new ApiClient(serai.url(), "users-chief");
        String rooms = "/api/inventory-sync/hotels/" + hotel.id() + "/room-types";
        int before = chief.get(rooms).status();
        Reply emptied = boss.patch(CHAINS + "/users-casas", "{\"hotels\": null}");

        assertKeeps(made, 201, "AccessChain");
        assertKeeps(boss.get(CHAINS), 200, "AccessChains");
        assertThat(added.status()).isEqualTo(201);
        assertThat(before).isEqualTo(200);
        assertKeeps(emptied, 200, "AccessChain");
        assertThat(emptied.body().path("roles").path(0).asText()).isEqualTo("operator");
        assertThat(chief.get(rooms).status()).isEqualTo(404);
    }

    @Test
    void refusesAChainThatCannotBe() {
        String code = "{\"code\": \"users-twice\", \"name\": \"Twice\"}";
        int first = boss.post(CHAINS, code).status();

        assertThat(first).isEqualTo(201);
        assertThat(boss.post(CHAINS, code).status()).isEqualTo(409);
        assertThat(boss.post(CHAINS, "{\"code\": \"a b\", \"name\": \"X\"}").status())
                .isEqualTo(422);
        assertThat(boss.patch(CHAINS + "/nowhere", "{\"name\": \"X\"}").status()).isEqualTo(404);
        assertThat(boss.patch(CHAINS + "/users-twice", "{\"hotels\": [\"999999999\"]}").status())
                .isEqualTo(422);
    }

    @Test
    void letsAKeyPutNoHotelWhereSomebodyIsMoreThanItMayBe() {
        String key =
                boss.post(
                                "/api/access/keys",
                                "{\"name\": \"chains\", \"rights\": [\"admin\", \"read\"], \"everywhere\": true}")
                        .body()
                        .path("secret")
                        .asText();
        boss.post(CHAINS, "{\"code\": \"users-held\", \"name\": \"Held\"}");
        boss.post(
                USERS,
                "{\"login\": \"users-holder\", \"places\": [{\"chain\": \"users-held\", \"role\":"
                        + " \"operator\"}]}");

        Reply tried =
                ApiClient.withKey(serai.url(), key)
                        .patch(CHAINS + "/users-held", "{\"hotels\": [\"" + hotel.id() + "\"]}");

        assertThat(tried.status()).isEqualTo(403);
    }

    private static int status(String login, String password) throws IOException {
        var request =
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(serai.url() + "/api/connections"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (login + ":" + password).getBytes()));
        return boss.send(request).status();
    }
}
