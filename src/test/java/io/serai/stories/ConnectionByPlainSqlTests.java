package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Story;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionByPlainSqlTests {

    @Test
    void sealsTheCredentialsAndSellsWithoutARestart() {
        var story = Story.begin(3);

        var row = connection(story, story.connection());

        assertThat(row).containsEntry("state", "open").containsEntry("test_mode", true);
        assertThat((String) row.get("credentials")).doesNotContain("secret-").contains("account");
        assertThat((String) row.get("configuration")).contains("P1");
    }

    @Test
    void sealsTheCredentialsInTheInsertingTransactionItself() {
        var story = Story.begin(3);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql("select count(*) > 0 from vault_pgp_keys")
                                        .query(Boolean.class)
                                        .single());

        String stored =
                story.sql()
                        .sql(
                                """
                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                                values ('Booking.com', 'ota', 'booking.com', '{"api_key": "k-1", "api_secret": "never seen"}',
                                        jsonb_build_object('test_mode', true, 'hotel_id', ?::bigint, 'partner_id', 'P2'), false, 'active')
                                returning credentials::text
                                """)
                        .param(story.remoteHotel() + 500_000)
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain("never seen").doesNotContain("k-1");
    }

    @Test
    void pausesWhenTheHotelSystemDisablesIt() {
        var story = Story.begin(3);
        long before = story.moment();

        story.sql()
                .sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(story.connection())
                .update();
        story.sql()
                .sql("update rate_nights set prices = '{9900}' where product_id = ?")
                .param(story.product(0))
                .update();

        assertThat(connection(story, story.connection())).containsEntry("open", false);
        assertThat(
                        story.sql()
                                .sql("select count(*) from marks where connection_id = ?")
                                .param(story.connection())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(story.pushesSince(before)).isEmpty();
    }

    @Test
    void keepsAConnectionToAChannelThatHasNoFolderAndSaysWhatItMisses() {
        var story = Story.begin(3);

        int id =
                story.sql()
                        .sql(
                                """
                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                                values ('Nowhere', 'ota', 'nowhere.example', '{"api_key": "k-2", "api_secret": "s-2"}',
                                        jsonb_build_object('test_mode', true, 'property_id', 42, 'ean_id', 43, 'hotel', (select code from hotels where id = ?)),
                                        true, 'active')
                                returning id
                                """)
                        .param(story.hotel())
                        .query(Integer.class)
                        .single();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat((String) connection(story, id).get("state_reason"))
                                        .contains("nowhere.example")
                                        .contains("expected"));
        assertThat((String) connection(story, id).get("credentials")).doesNotContain("s-2");
        assertThat((String) connection(story, id).get("configuration")).contains("ean_id");
    }

    private static Map<String, Object> connection(Story story, int id) {
        return story.sql()
                .sql(
                        "select state, state_reason, open, test_mode, credentials::text as credentials, configuration::text as"
                                + " configuration from third_party_integrations where id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
