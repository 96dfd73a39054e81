package io.serai.console.grid;

import io.serai.ari.Allotment;
import io.serai.ari.PriceLayout;
import io.serai.ari.PriceTerms;
import io.serai.ari.Pricing;
import io.serai.ari.Remote;
import io.serai.ari.Terms;
import io.serai.channel.Channel;
import io.serai.delivery.TermsRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A room or rate of a channel that means something here.
 *
 * @param remote what it is
 * @param connection how the hotel calls the connection
 * @param currency what its prices there are in
 * @param terms what the channel takes of it
 */
record RemoteRow(Remote remote, String connection, Currency currency, Terms terms) {

    static final String SQL =
            """
            select r.id, r.remote_room, r.remote_rate, coalesce(r.room_type_id, r.product_id) as source,
                   r.is_child or r.is_readonly as inherits, coalesce(p.pricing, 'per-day') as plan,
                   r.pricing, coalesce(r.max_guests, t.max_guests, 1) as guests,
                   coalesce(p.longest_stay, 1) as longest_stay, r.most_rooms, r.last_rooms, c.integration_name, c.provider,
                   c.prices_stopped is not null as stopped,
                   c.mark_up, c.commission, c.exchange_rate, c.price_rounding, c.currency, h.currency as hotel_currency
              from ota_rate_plans r
              join third_party_integrations c on c.id = r.connection_id and c.state <> 'disconnected'
              join hotels h on h.id = r.hotel_id
              left join products s on s.id = r.product_id
              left join rate_plans p on p.id = s.rate_plan_id
              left join room_types t on t.id = coalesce(s.room_type_id, r.room_type_id)
             where r.hotel_id = ? and t.id = any (?) and (? = 0 or c.id = ?) and r.state = 'active' and (r.room_type_id is not null or r.product_id is not null)
             order by c.id, r.id
            """;

    /** Null where the channel has no folder any more, or prices have no currency. */
    static @Nullable RemoteRow of(ResultSet row, @Nullable Channel channel) throws SQLException {
        if (channel == null || TermsRow.refusal(row) != null) {
            return null;
        }
        Pricing plan = Pricing.of(row.getString("plan"));
        Remote remote =
                new Remote(
                        row.getInt("id"),
                        row.getString("remote_room"),
                        row.getString("remote_rate"),
                        row.getInt("source"),
                        row.getBoolean("inherits"),
                        plan,
                        Pricing.at(channel.definition(), plan, row.getString("pricing")),
                        Math.min(row.getInt("guests"), PriceLayout.MOST_GUESTS),
                        row.getInt("longest_stay"),
                        Allotment.of(
                                row.getObject("most_rooms", Integer.class),
                                row.getObject("last_rooms", Integer.class)));
        PriceTerms prices = TermsRow.of(row);
        boolean priced = !row.getBoolean("stopped") && prices.isKnown();
        return new RemoteRow(
                remote,
                row.getString("integration_name"),
                prices.currency(),
                new Terms(channel.definition(), remote, prices, priced));
    }
}
