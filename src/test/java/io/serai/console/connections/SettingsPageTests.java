package io.serai.console.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.connection.ConnectionBook;
import io.serai.console.Visitor;
import io.serai.database.TenantSession;
import io.serai.delivery.ConnectionSettings;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingsPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final String path =
            "/hotels/" + hotel.id() + "/connections/" + hotel.connection() + "/settings";
    private final Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));

    @BeforeEach
    void look() {
        operator.get(path);
    }

    @Test
    void sendsNoPricesInAnotherCurrencyBeforeThereIsARate() {
        operator.post(path + "/terms", Map.of("currency", "USD"));
        String without = operator.get(path).body();
        operator.post(
                path + "/terms", Map.of("currency", "USD", "exchangeRate", "1,25", "markUp", "3"));
        String with = operator.get(path).body();

        assertThat(without).contains("No prices are sent", "what one EUR is in USD");
        assertThat(with).doesNotContain("No prices are sent").contains("one EUR in USD");
        assertThat(one("exchange_rate || ' ' || mark_up || ' ' || currency"))
                .isEqualTo("1.25 3 USD");
    }

    @Test
    void saysWhatCannotBeMeantAndKeepsWhatWasEntered() {
        var both = operator.post(path + "/terms", Map.of("markUp", "3", "commission", "15"));
        var none = operator.post(path + "/terms", Map.of("currency", "XQQ", "markUp", ""));
        var rate = operator.post(path + "/terms", Map.of("exchangeRate", "0"));

        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("a mark-up or a commission, not both", "value=\"15\"");
        assertThat(none.body()).contains("an ISO 4217 code", "value=\"XQQ\"");
        assertThat(rate.body()).contains("above 0");
        assertThat(one("num_nonnulls(mark_up, commission, currency, exchange_rate)::text"))
                .isEqualTo("0");
    }

    @Test
    void choosesWhatIsDoneWithDifferencesAndWithRoomsThatNobodyKnows() {
        operator.post(
                path, Map.of("name", "At the sea", "drift", "ask", "unknown_room_type", "DBL"));
        String chosen = operator.get(path).body();
        var wrong = operator.post(path, Map.of("name", "At the sea", "drift", "toss a coin"));
        operator.post(path, Map.of("name", "At the sea", "drift", ""));

        assertThat(chosen).contains("Settings of <span>At the sea</span>");
        assertThat(chosen).contains("<option value=\"ask\" selected=\"selected\">");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("drift: &#39;toss a coin&#39;", "one of [");
        assertThat(one("configuration ->> 'unknown_room_type'")).isEqualTo("DBL");
        assertThat(one("coalesce(configuration ->> 'drift', 'unsaid')")).isEqualTo("unsaid");
    }

    @Test
    void hasEverythingComparedByTheTransactionThatChanges() {
        long marked =
                SERAI.part(TenantSession.class)
                        .call(
                                List.of((long) hotel.id()),
                                "user:test",
                                session -> {
                                    change(session);
                                    return marks(session);
                                });

        assertThat(marked).isEqualTo(2);
    }

    private void change(JdbcClient session) {
        SERAI.part(ConnectionSettings.class)
                .change(
                        session,
                        SERAI.part(ConnectionBook.class)
                                .find(session, hotel.connection())
                                .orElseThrow(),
                        null,
                        Map.of("drift", "ask"));
    }

    private long marks(JdbcClient session) {
        return session.sql("select count(*) from marks where connection_id = ? and at >= now()")
                .param(hotel.connection())
                .query(Long.class)
                .single();
    }

    @Test
    void letsWhoLooksOnlySeeThem() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

        assertThat(viewer.get(path).body())
                .contains("What prices become there")
                .doesNotContain(">Save<");
        assertThat(viewer.post(path + "/terms", Map.of("markUp", "1")).statusCode()).isEqualTo(403);
    }

    private String one(String expression) {
        return SERAI.sql()
                .sql("select " + expression + " from third_party_integrations where id = ?")
                .param(hotel.connection())
                .query(String.class)
                .single();
    }
}
