package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Allotment;
import io.serai.ari.PriceLayout;
import io.serai.ari.Pricing;
import io.serai.ari.Remote;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.PushRequest.Target;
import io.serai.channel.connection.BaseUrls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The connections of hotels, and what their channels' rooms and rates are in the hotel. */
@Repository
public class Connections {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Channels channels;
    private final BaseUrls urls;

    Connections(JdbcClient jdbc, Channels channels, BaseUrls urls) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.urls = urls;
    }

    /** A connection that is taken in and whose channel's folder is there. */
    public Optional<Connection> find(int id) {
        return jdbc.sql(
                        """
                        select c.id, c.hotel_id, c.account_id, c.provider, c.remote_hotel, c.prices_stopped is not null as stopped, c.closed_for is not null as closing,
                               c.test_mode, c.configuration::text as configuration, h.time_zone, h.horizon,
                               c.mark_up, c.commission, c.exchange_rate, c.price_rounding, c.currency, h.currency as hotel_currency
                          from third_party_integrations c join hotels h on h.id = c.hotel_id
                         where c.id = ? and c.account_id is not null and c.remote_hotel is not null
                        """)
                .param(id)
                .query((row, number) -> connection(row))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Connection> connection(ResultSet row) throws SQLException {
        var channel = channels.findByCode(row.getString("provider"));
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> configuration = configuration(row.getString("configuration"));
        Channel here = channel.get().configured(key -> text(configuration.get(key)));
        String url = text(configuration.get("base_url"));
        String refusal = urls.refusal(url);
        refusal = refusal == null ? TermsRow.refusal(row) : refusal;
        if (refusal != null) {
            broken(row.getInt("id"), refusal);
            return Optional.empty();
        }
        Integer furthest = here.definition().nights().furthest();
        int horizon = row.getInt("horizon");
        return Optional.of(
                new Connection(
                        row.getInt("id"),
                        row.getInt("hotel_id"),
                        row.getLong("account_id"),
                        here,
                        row.getString("remote_hotel"),
                        TermsRow.of(row),
                        row.getBoolean("stopped"),
                        row.getBoolean("closing"),
                        ZoneId.of(row.getString("time_zone")),
                        furthest == null ? horizon : Math.min(horizon, furthest),
                        url,
                        row.getBoolean("test_mode") ? Target.TEST : Target.PRODUCTION));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> configuration(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("configuration: not an object (expected: one)", e);
        }
    }

    /** The channel's rooms and rates that mean something here. */
    List<Remote> remotes(Connection connection) {
        return jdbc.sql(
                        """
                        select r.id, r.remote_room, r.remote_rate, coalesce(r.room_type_id, r.product_id) as source,
                               r.is_child or r.is_readonly as inherits,
                               coalesce(p.pricing, 'per-day') as plan,
                               r.pricing,
                               coalesce(r.max_guests, t.max_guests, 1) as guests,
                               coalesce(p.longest_stay, 1) as longest_stay, r.most_rooms, r.last_rooms
                          from ota_rate_plans r
                          left join products s on s.id = r.product_id
                          left join rate_plans p on p.id = s.rate_plan_id
                          left join room_types t on t.id = coalesce(s.room_type_id, r.room_type_id)
                         where r.connection_id = ? and r.state = 'active'
                           and (r.room_type_id is not null or r.product_id is not null)
                         order by r.id
                        """)
                .param(connection.id())
                .query((row, number) -> remote(connection, row))
                .list();
    }

    /** Those of the channel's rooms and rates that are told as closed, by their keys. */
    IntPredicate closed(Connection connection) {
        if (connection.closing()) {
            return remote -> true;
        }
        Set<Integer> leaving =
                Set.copyOf(
                        jdbc.sql(
                                        "select id from ota_rate_plans where connection_id = ? and is_leaving")
                                .param(connection.id())
                                .query(Integer.class)
                                .list());
        return leaving::contains;
    }

    private static Remote remote(Connection connection, ResultSet row) throws SQLException {
        Pricing plan = Pricing.of(row.getString("plan"));
        return new Remote(
                row.getInt("id"),
                row.getString("remote_room"),
                row.getString("remote_rate"),
                row.getInt("source"),
                row.getBoolean("inherits"),
                plan,
                Pricing.at(connection.channel().definition(), plan, row.getString("pricing")),
                Math.min(row.getInt("guests"), PriceLayout.MOST_GUESTS),
                row.getInt("longest_stay"),
                Allotment.of(
                        row.getObject("most_rooms", Integer.class),
                        row.getObject("last_rooms", Integer.class)));
    }

    /** Stops a connection until somebody puts right what the words say; its marks go with it. */
    void broken(int connection, String words) {
        jdbc.sql(
                        "update third_party_integrations set state = 'broken', state_reason = ? where id = ?")
                .params(words, connection)
                .update();
        jdbc.sql("delete from marks where connection_id = ?").param(connection).update();
    }
}
