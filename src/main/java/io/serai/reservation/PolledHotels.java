package io.serai.reservation;

import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For which hotels a channel is asked that takes one question for a whole account, except from
 * accounts of which it wants one for each hotel. The choice {@code reservations-by} of an account
 * is {@code account} or {@code hotel}; a channel that demands the latter is remembered there.
 */
@Component("polledHotels")
public class PolledHotels {

    private static final String CHOICE = "reservations-by";

    private static final List<String> ALL = List.of("");

    private final JdbcClient jdbc;

    PolledHotels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The channel's numbers of the hotels to ask for, one call each; an empty text: all at once.
     */
    public List<String> toAsk(@Header("Serai-Account") long accountId) {
        return isByHotel(accountId) ? all(accountId) : ALL;
    }

    /** The channel's numbers of all the hotels, for a channel that takes no other question. */
    public List<String> all(@Header("Serai-Account") long accountId) {
        return jdbc.sql(
                        """
                                select remote_hotel from third_party_integrations
                                 where account_id = ? and state in ('open', 'broken') and remote_hotel is not null
                                 order by id
                                """)
                .param(accountId)
                .query(String.class)
                .list();
    }

    /**
     * Whether an answer demands a question for each hotel, by its code; if so, that is remembered.
     */
    public boolean demands(
            @Header("Serai-Account") long accountId, @Body String answer, String code) {
        var demanded =
                PortJson.read(answer, PushAnswer.class).items().stream()
                        .anyMatch(item -> code.equals(item.code()));
        if (demanded) {
            jdbc.sql(
                            """
                            update channel_accounts set configuration = configuration || jsonb_build_object(cast(? as text), 'hotel') where id = ?
                            """)
                    .params(CHOICE, accountId)
                    .update();
        }
        return demanded;
    }

    /** Which way of reservations an account chose. */
    public String way(@Header("Serai-Account") long accountId, String usual) {
        return jdbc.sql("select coalesce(account_choice(?, 'reservations'), ?)")
                .params(accountId, usual)
                .query(String.class)
                .single();
    }

    private boolean isByHotel(long accountId) {
        return jdbc.sql("select account_choice(?, ?)")
                .params(accountId, CHOICE)
                .query(String.class)
                .optional()
                .filter("hotel"::equals)
                .isPresent();
    }
}
