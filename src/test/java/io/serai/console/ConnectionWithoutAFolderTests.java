package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import io.serai.testing.SeraiOfFolders;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says of a connection whose channel has no folder any more. */
class ConnectionWithoutAFolderTests {

    private static final RunningSerai SERAI = SeraiOfFolders.shared().serai();

    @Test
    void saysThatItsChannelHasNoFolderAndThatNothingIsLost() {
        int hotel =
                SERAI.sql()
                        .sql(
                                """
                                with h as (insert into hotels (code, name, time_zone, currency) values ('folderless', 'H', 'Europe/Lisbon', 'EUR') returning id),
                                     a as (insert into channel_accounts (provider, name, login_sealed, login_hash) values ('gone.example', 'G', '', '') returning id)
                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                                select 'Gone', 'ota', 'gone.example', '{}', '{"hotel_id": "G1"}', h.id, a.id, 'open' from h, a returning hotel_id
                                """)
                        .query(Integer.class)
                        .single();

        List<ConnectionNow> shown =
                SERAI.part(ConnectionsNow.class)
                        .of(
                                SERAI.sql(),
                                new Hotel(hotel, "H", ZoneId.of("Europe/Lisbon"), "EUR", 500));

        assertThat(shown)
                .singleElement()
                .satisfies(
                        connection -> {
                            assertThat(connection.state()).isEqualTo("no-folder");
                            assertThat(connection.words())
                                    .contains("no folder under routes")
                                    .contains("what changes waits");
                        });
    }
}
