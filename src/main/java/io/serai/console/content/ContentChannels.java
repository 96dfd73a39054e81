package io.serai.console.content;

import io.serai.channel.Channels;
import io.serai.channel.ContentRules;
import io.serai.console.NotHere;
import io.serai.content.ContentStates;
import io.serai.content.PartId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the channels of a hotel hold of its content; in the caller's transaction. */
@Component
class ContentChannels {

    private final ContentStates states;
    private final Channels channels;

    ContentChannels(ContentStates states, Channels channels) {
        this.states = states;
        this.channels = channels;
    }

    /** A connection that was taken in, and is not disconnected. */
    record Taken(int id, String name, String provider) {}

    /**
     * What each holds.
     *
     * @param which the parts that are shown
     */
    List<ContentChannel> of(JdbcClient session, int hotel, Predicate<PartId> which) {
        return taken(session, hotel).stream()
                .map(
                        one ->
                                new ContentChannel(
                                        one.id(),
                                        one.name(),
                                        !rules(one).kinds().isEmpty(),
                                        !rules(one).creation().isEmpty(),
                                        rules(one).kinds().entrySet().stream()
                                                .filter(kind -> kind.getValue().read() != null)
                                                .map(Map.Entry::getKey)
                                                .collect(Collectors.toSet()),
                                        states.of(session, one.id(), which)))
                .toList();
    }

    private ContentRules rules(Taken one) {
        return channels.findByCode(one.provider())
                .map(channel -> channel.definition().content())
                .orElse(ContentRules.NONE);
    }

    /**
     * One of the hotel's.
     *
     * @throws NotHere where it has none of this key
     */
    Taken find(JdbcClient session, int hotel, int connection) {
        return taken(session, hotel).stream()
                .filter(one -> one.id() == connection)
                .findFirst()
                .orElseThrow(() -> new NotHere("connection " + connection));
    }

    private static List<Taken> taken(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        select id, integration_name as name, provider from third_party_integrations
                         where hotel_id = ? and account_id is not null and state <> 'disconnected' order by id
                        """)
                .param(hotel)
                .query(Taken.class)
                .list();
    }
}
