package io.serai.report;

import io.serai.ari.Pricing;
import io.serai.channel.Channels;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rate of a channel that is something in a hotel.
 *
 * @param rate the key of the channel's rate
 * @param remoteRate the channel's own id of it
 * @param pricing how its prices are told
 * @param room the key of the channel's room; null: it is not known here
 */
record HeldRate(
        int hotel,
        String roomType,
        String ratePlan,
        String channel,
        int connection,
        int rate,
        String remoteRate,
        Currency currency,
        Pricing pricing,
        @Nullable Integer room) {

    private static final String SQL =
            """
            select c.hotel_id, t.code as room_type, l.code as rate_plan, c.provider, c.id as connection, r.id as rate, r.remote_rate,
                   coalesce(c.currency, o.currency) as currency, r.pricing as said, l.pricing as plan, a.id as room
              from third_party_integrations c
              join hotels o on o.id = c.hotel_id
              join ota_rate_plans r on r.connection_id = c.id and r.state = 'active' and r.product_id is not null
              join products p on p.id = r.product_id
              join room_types t on t.id = p.room_type_id
              join rate_plans l on l.id = p.rate_plan_id
              left join ota_rate_plans a on a.connection_id = c.id and a.remote_room = r.remote_room and a.remote_rate is null and a.state = 'active'
             where c.hotel_id = any (:hotels) and c.state <> 'disconnected' and (cast(:channel as text) is null or c.provider = :channel)
             order by c.hotel_id, t.code, l.code, c.id, r.id
            """;

    /** All of them, by hotel, room type, plan and connection. */
    static List<HeldRate> read(JdbcClient session, ReportQuestion question, Channels channels) {
        return session.sql(SQL)
                .param("hotels", question.hotels().toArray(Integer[]::new))
                .param("channel", question.channel())
                .query(
                        (row, number) ->
                                new HeldRate(
                                        row.getInt("hotel_id"),
                                        row.getString("room_type"),
                                        row.getString("rate_plan"),
                                        row.getString("provider"),
                                        row.getInt("connection"),
                                        row.getInt("rate"),
                                        row.getString("remote_rate"),
                                        Currency.getInstance(row.getString("currency")),
                                        pricing(
                                                channels,
                                                row.getString("provider"),
                                                Pricing.of(row.getString("plan")),
                                                row.getString("said")),
                                        row.getObject("room", Integer.class)))
                .list();
    }

    private static Pricing pricing(
            Channels channels, String provider, Pricing plan, @Nullable String said) {
        return channels.findByCode(provider)
                .map(channel -> Pricing.at(channel.definition(), plan, said))
                .orElseGet(() -> said == null ? plan : Pricing.of(said));
    }

    /** Whether it is of the same product. */
    boolean isBeside(HeldRate other) {
        return hotel == other.hotel
                && roomType.equals(other.roomType)
                && ratePlan.equals(other.ratePlan);
    }
}
