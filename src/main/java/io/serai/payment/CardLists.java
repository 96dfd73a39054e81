package io.serai.payment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.request.ChannelRequests;
import java.util.List;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has channels asked for their lists of virtual cards that they want money back on. */
@Component("cardLists")
public class CardLists {

    private static final String PORT = "payment-cards-read";
    private static final String ACTOR = "serai";

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelRequests requests;

    CardLists(JdbcClient jdbc, Channels channels, ChannelRequests requests) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.requests = requests;
    }

    /**
     * Asks for those of all hotels whose channel has such a list, and whose account may read it; of
     * how many. One that is being asked already is not asked twice.
     *
     * @param zone the time zone of the hotels; null: any
     */
    public int all(@Header("Serai-Zone") @Nullable String zone) {
        List<Channel> having =
                channels.all().stream()
                        .filter(channel -> requests.isOffered(channel, PORT))
                        .toList();
        int asked = 0;
        for (Channel channel : having) {
            for (int connection : connections(channel, zone)) {
                requests.ask(connection, PORT, JsonNodeFactory.instance.objectNode(), ACTOR);
                asked++;
            }
        }
        return asked;
    }

    private List<Integer> connections(Channel channel, @Nullable String zone) {
        return jdbc.sql(
                        """
                        select c.id from third_party_integrations c join hotels h on h.id = c.hotel_id
                         where c.provider = :provider and c.is_enabled and c.state <> 'disconnected' and c.remote_hotel is not null
                           and (cast(:mark as text) is null or account_choice(c.account_id, :mark) = 'true')
                           and (cast(:zone as text) is null or h.time_zone = :zone)
                           and not exists (select from channel_requests q
                                            where q.connection_id = c.id and q.port = :port and q.settled_at is null)
                        """)
                .param("provider", channel.code())
                .param("mark", channel.definition().markFor(PORT).orElse(null))
                .param("zone", zone)
                .param("port", PORT)
                .query(Integer.class)
                .list();
    }
}
