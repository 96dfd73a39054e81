package io.serai.channel.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.PortJson;
import io.serai.channel.connection.PortQuestions.Question;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns a connection to another hotel at its channel, from a test to live, or back. The channel is
 * asked first, and nothing changes by that; then number, mode and mapping change together, while
 * nothing is sent. All that was held is forgotten, and told anew when it sells again.
 */
@Component
public class ConnectionTurn {

    private final PortQuestions questions;
    private final CredentialTrial trial;
    private final RemoteProductBook book;
    private final ConnectionRest rest;
    private final JdbcClient engine;
    private final TransactionTemplate transaction;

    ConnectionTurn(
            PortQuestions questions,
            CredentialTrial trial,
            RemoteProductBook book,
            ConnectionRest rest,
            JdbcClient engine,
            TransactionTemplate transaction) {
        this.questions = questions;
        this.trial = trial;
        this.book = book;
        this.rest = rest;
        this.engine = engine;
        this.transaction = transaction;
    }

    /**
     * What it would be turned to, as the channel shows it now; nothing is changed.
     *
     * @param number the hotel's number at the channel
     * @param chosen what somebody says already that some of it is to mean; null: nothing
     * @throws ConnectionRefused where the channel does not let the hotel in, or shows nothing of it
     */
    public Turning check(
            StoredConnection connection,
            String number,
            boolean live,
            Map<RemoteKey, @Nullable Integer> chosen) {
        if (number.isBlank() || number.length() > 60) {
            throw refused(
                    "hotel's number at the channel: "
                            + (number.isBlank() ? "empty" : number.length() + " letters"),
                    "1 to 60 letters");
        }
        Question question =
                new Question(connection.id(), connection.taken(), number.strip(), !live);
        CredentialTrial.Answer answer = trial.of(question);
        if (!answer.works()) {
            throw refused(
                    "the channel did not let hotel "
                            + number.strip()
                            + " in"
                            + (answer.words() == null ? "" : ": " + answer.words()),
                    "that this account may, at the channel");
        }
        JsonNode shown = questions.ask("products-read", question);
        if (!shown.hasNonNull("rooms")) {
            throw refused(
                    "rooms and rates of hotel "
                            + number.strip()
                            + ": "
                            + shown.path("items").path(0).path("words").asText("no answer"),
                    "that the channel shows them");
        }
        RemoteProducts products = PortJson.read(shown.toString(), RemoteProducts.class);
        KnownMeanings known = KnownMeanings.of(engine, connection);
        return new Turning(
                number.strip(), live, known.of(products, chosen), known.gone(products), products);
    }

    /**
     * Turns it to what was checked.
     *
     * @param meanings what its rooms and rates are to mean, of those that mean something
     * @param actor who does it, as the audit names them
     * @throws ConnectionRefused when it sells, something is being sent, or a meaning is none
     */
    public void turn(
            StoredConnection connection,
            Turning turning,
            Map<RemoteKey, Integer> meanings,
            String actor) {
        turning.demand(meanings, Meanings.of(engine, connection.hotel()));
        transaction.executeWithoutResult(
                status -> {
                    engine.sql("select set_config('serai.actor', ?, true)")
                            .param(actor)
                            .query(String.class)
                            .single();
                    rest.demand(connection);
                    rename(connection, turning);
                    book.replace(connection.id(), turning.products(), meanings, actor);
                    note(connection, turning);
                });
    }

    private void rename(StoredConnection connection, Turning turning) {
        try {
            engine.sql(
                            """
                                        update third_party_integrations
                                           set configuration = configuration || jsonb_build_object(
                                                   case when jsonb_exists(configuration, 'property_id') and not jsonb_exists(configuration, 'hotel_id')
                                                        then 'property_id' else 'hotel_id' end, cast(:number as text), 'test_mode', not :live::boolean)
                                         where id = :id
                                        """)
                    .param("number", turning.number())
                    .param("live", turning.live())
                    .param("id", connection.id())
                    .update();
        } catch (DuplicateKeyException there) {
            throw refused(
                    "hotel's number at the channel: '"
                            + turning.number()
                            + "' has another "
                            + (turning.live() ? "live" : "test")
                            + " connection",
                    "none; disconnect it first");
        }
    }

    private void note(StoredConnection connection, Turning turning) {
        engine.sql(
                        """
                        insert into audit (hotel_id, subject, subject_id, act, change)
                        values (:hotel, 'third_party_integrations', :id, :act,
                                jsonb_build_object('number', jsonb_build_array(cast(:before as text), cast(:after as text)), 'was_test', :test::boolean))
                        """)
                .param("hotel", connection.hotel())
                .param("id", connection.id())
                .param("act", turning.live() ? "live" : "test")
                .param("before", connection.remoteHotel())
                .param("after", turning.number())
                .param("test", connection.test())
                .update();
    }

    private static ConnectionRefused refused(String met, String expected) {
        return new ConnectionRefused(met + " (expected: " + expected + ")");
    }
}
