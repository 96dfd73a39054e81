package io.serai.channel.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the route that reads a connection's rooms and rates calls, step by step. */
@Component("connectionReading")
public class ConnectionReading {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final RemoteProductBook book;
    private final BaseUrls urls;
    private final ObjectMapper json;

    ConnectionReading(
            JdbcClient jdbc,
            Channels channels,
            RemoteProductBook book,
            BaseUrls urls,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.book = book;
        this.urls = urls;
        this.json = json;
    }

    /** The connections whose rooms and rates are to be read now. */
    public List<Integer> due() {
        return jdbc.sql(
                        """
                        select id from third_party_integrations
                         where is_enabled and status = 'active' and account_id is not null
                           and (state = 'reading' and (read_at is null or read_at < now() - interval '20 seconds')
                                or state = 'open' and reread_at <= now() and (read_at is null or read_at < reread_at))
                         order by id
                        """)
                .query(Integer.class)
                .list();
    }

    /**
     * Has the rooms and rates of all connections that sell read anew, while they go on selling; how
     * many.
     *
     * @param zone the time zone of their hotels; null: any
     */
    public int again(@Header("Serai-Zone") @Nullable String zone) {
        return jdbc.sql(
                        """
                        update third_party_integrations c set reread_at = now() from hotels h
                         where c.open and h.id = c.hotel_id and (cast(:zone as text) is null or h.time_zone = :zone)
                        """)
                .param("zone", zone, Types.VARCHAR)
                .update();
    }

    /**
     * Puts on the exchange what the port needs; no endpoint where the channel's folder is not
     * there.
     */
    public void open(Exchange exchange) {
        int id = exchange.getMessage().getBody(Integer.class);
        exchange.setProperty("connection", id);
        var row =
                jdbc.sql(
                                "update third_party_integrations set read_at = now() where id = ?"
                                        + " returning provider, remote_hotel, account_id, state, configuration ->> 'base_url' as base_url")
                        .param(id)
                        .query()
                        .singleRow();
        String provider = (String) row.get("provider");
        Optional<Channel> channel = channels.findByCode(provider);
        if (channel.isEmpty()) {
            say(
                    id,
                    row.get("remote_hotel"),
                    "provider: '" + provider + "' (expected: the code of a folder under routes)");
            return;
        }
        if (row.get("remote_hotel") == null) {
            say(
                    id,
                    null,
                    "configuration: no hotel_id (expected: the hotel's number at the channel)");
            return;
        }
        String url = (String) row.get("base_url");
        String refusal = urls.refusal(url);
        if (refusal != null) {
            say(id, row.get("remote_hotel"), refusal);
            return;
        }
        BaseUrls.address(exchange, url);
        exchange.setProperty("hotel", row.get("remote_hotel"));
        exchange.setProperty("endpoint", channel.get().endpoint("products-read"));
        exchange.getMessage().setHeader("Serai-Account", row.get("account_id"));
        exchange.getMessage().setHeader("Serai-Connection", id);
        exchange.getMessage().setHeader("Serai-Call", "products-read");
        exchange.getMessage().setHeader(DoorHeaders.FRESH, true);
        exchange.getMessage().setHeader("Serai-Hotel", row.get("remote_hotel"));
        exchange.getMessage().setBody("{\"hotel\":\"" + row.get("remote_hotel") + "\"}");
    }

    /** Records what the channel showed, or why it could not be read; then it is tried again. */
    public void settle(Exchange exchange) throws JsonProcessingException {
        int id = exchange.getProperty("connection", Integer.class);
        String body = exchange.getMessage().getBody(String.class);
        var answer = json.readTree(body == null || body.isBlank() ? "{}" : body);
        if (!answer.hasNonNull("rooms")) {
            say(
                    id,
                    exchange.getProperty("hotel"),
                    "rooms and rates could not be read: "
                            + answer.path("words").asText("no answer"));
            return;
        }
        book.record(
                id,
                exchange.getProperty("hotel", String.class),
                json.treeToValue(answer, RemoteProducts.class));
    }

    /**
     * One that sells is read again after a while; one that does not is looked for anyway. Of one
     * that means another hotel there by now nothing is said.
     */
    private void say(int id, @Nullable Object hotel, String reason) {
        jdbc.sql(
                        """
                        update third_party_integrations
                           set state_reason = ?, reread_at = case when state = 'open' then now() + interval '20 seconds' else reread_at end
                         where id = ? and remote_hotel is not distinct from ?
                        """)
                .params(reason, id, hotel)
                .update();
    }
}
