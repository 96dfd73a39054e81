package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.api.ApiClient.Reply;
import io.serai.channel.account.CredentialWatch;
import io.serai.testing.Story;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The credentials of a connection: tried before they are kept, never shown, not forgotten. */
class CredentialsApiTests {

    private static Story story;
    private static JdbcClient sql;
    private static ApiClient admin;
    private static String path;
    private static String key;

    @BeforeAll
    static void aConnection() {
        story = Story.begin(2);
        sql = story.sql();
        path = "/api/connections/" + story.connection() + "/credentials";
        key = "client-" + (story.remoteHotel() - 777_000L);
        sql.sql(
                        """
                        with u as (insert into users (login, password_hash, role) values ('credentials-admin', '{noop}stub', 'viewer') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select id, ?, 'admin' from u
                        """)
                .param(story.hotel())
                .update();
        admin = new ApiClient(story.serai().url(), "credentials-admin");
    }

    @Test
    void changesThemOnceTheChannelTookThem() throws IOException {
        String before = sealed();
        Reply refused = admin.put(path, wish(key, "not the secret"));
        assertKeeps(refused, 422, "Problem");
        assertThat(refused.whole().body()).doesNotContain("not the secret");
        assertThat(sealed()).isEqualTo(before);
        story.sandbox().put("/sandbox/accounts/" + key, "{\"secret\":\"the next secret\"}");

        Reply changed = admin.put(path, wish(key, "the next secret"));

        assertKeeps(changed, 200, "ConnectionCredentials");
        assertThat(changed.whole().body()).doesNotContain("the next secret", key);
        assertThat(changed.body().path("names").toString()).contains("api_secret_previous");
        assertThat(changed.body().has("beforeUntil")).isTrue();
        assertThat(sealed()).isNotEqualTo(before);
        assertThat(
                        sql.sql("select count(*) from channel_accounts where state = 'trial'")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        sql.sql(
                                        "select count(*) from audit where hotel_id = ? and act = 'credentials' and actor = 'user:credentials-admin'")
                                .param(story.hotel())
                                .query(Integer.class)
                                .single())
                .isPositive();
        forgetsThoseOfBefore();
    }

    private static void forgetsThoseOfBefore() throws IOException {
        assertThat(admin.put(path, wish(key, "the next secret")).body().has("beforeUntil"))
                .isTrue();
        sql.sql(
                        "update channel_accounts set login_before_until = now() - interval '1 second' where id = ?")
                .param(account())
                .update();

        story.serai().part(CredentialWatch.class).look();

        assertThat(admin.get(path).body().path("names").toString()).doesNotContain("_previous");
    }

    @Test
    void readsFilesForAdminsOfAllHotelsAlone() {
        Reply tried = admin.put(path, wish(key, "{file:secret}"));

        assertThat(tried.status()).isEqualTo(403);
    }

    private static String wish(String user, String secret) {
        return "{\"credentials\": {\"api_key\": \"%s\", \"api_secret\": \"%s\"}}"
                .formatted(user, secret);
    }

    private static String sealed() {
        return sql.sql("select encode(login_sealed, 'hex') from channel_accounts where id = ?")
                .param(account())
                .query(String.class)
                .single();
    }

    private static long account() {
        return sql.sql("select account_id from third_party_integrations where id = ?")
                .param(story.connection())
                .query(Long.class)
                .single();
    }
}
