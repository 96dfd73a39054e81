package io.serai.channel.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.PortJson;
import io.serai.channel.connection.PortQuestions.Question;
import java.util.Map;
import java.util.Objects;
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
    private final JdbcClient engine;
    private final TransactionTemplate transaction;

    ConnectionTurn(
            PortQuestions questions,
            CredentialTrial trial,
            RemoteProductBook book,
            JdbcClient engine,
            TransactionTemplate transaction) {
        this.questions = questions;
        this.trial = trial;
        this.book = book;
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
                    demandThatItRests(connection);
                    rename(connection, turning);
                    book.replace(connection.id(), turning.products(), meanings, actor);
                    note(connection, turning);
                });
    }

    private record Now(
            boolean enabled,
            boolean added,
            String state,
            @Nullable String remoteHotel,
            boolean test,
            boolean sending) {}

    /** Locks it, and the claim by which it is sent. */
    private void demandThatItRests(StoredConnection connection) {
        engine.sql("select connection_id from claims where connection_id = ? for update")
                .param(connection.id())
                .query(Integer.class)
                .optional();
        Now now =
                engine.sql(
                                """
                                select c.is_enabled and c.status = 'active' as enabled, c.step is null and c.closed_for is null as added, c.state, c.remote_hotel, c.test_mode as test,
                                       coalesce(k.owner is not null and k.until > clock_timestamp(), false) as sending
                                  from third_party_integrations c left join claims k on k.connection_id = c.id
                                 where c.id = ? for no key update of c
                                """)
                        .param(connection.id())
                        .query(Now.class)
                        .single();
        if (now.state().equals("disconnected") || !now.added()) {
            throw refused(
                    "state: '" + connection.next() + "', '" + now.state() + "'",
                    "an added connection that is not being left");
        }
        if (now.enabled()) {
            throw refused(
                    "it is not paused",
                    "that it is, with everything closed at the hotel that it leaves");
        }
        if (now.sending()) {
            throw refused("a message is under way there", "none; try again in a minute");
        }
        if (!Objects.equals(now.remoteHotel(), connection.remoteHotel())
                || now.test() != connection.test()) {
            throw refused(
                    "hotel " + now.remoteHotel() + " by now",
                    "as it was looked at; check it again");
        }
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
