package io.serai.console.connections;

import io.serai.channel.ChannelDefinition;
import io.serai.console.Hotel;
import io.serai.console.RequestWords;
import io.serai.console.Times;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a channel was told last.
 *
 * @param at when
 * @param request what it carried
 * @param outcome what became of it
 * @param reference what the channel calls it; empty when it gave none
 */
record LastDelivery(String at, String request, String outcome, String reference) {

    /** The same, with what it carried in words. */
    LastDelivery of(ChannelDefinition channel) {
        return new LastDelivery(at, RequestWords.of(channel, request), outcome, reference);
    }

    /** Of each of a hotel's connections that was told anything. */
    static Map<Integer, LastDelivery> of(JdbcClient session, Hotel hotel) {
        Map<Integer, LastDelivery> found = new HashMap<>();
        session.sql(
                        """
                        select c.id, a.opened_at, a.request, a.outcome, coalesce(a.reference, '') as reference from third_party_integrations c
                         cross join lateral (select * from attempts a where a.connection_id = c.id order by a.id desc limit 1) a
                         where c.hotel_id = ?
                        """)
                .param(hotel.id())
                .query(
                        row -> {
                            found.put(
                                    row.getInt("id"),
                                    new LastDelivery(
                                            Times.moment(
                                                    row.getTimestamp("opened_at").toInstant(),
                                                    hotel.zone()),
                                            row.getString("request"),
                                            row.getString("outcome"),
                                            row.getString("reference")));
                        });
        return found;
    }
}
