package io.serai.delivery;

import io.serai.ari.Pricing;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.connection.ConnectionMapping;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.MappedRemote;
import io.serai.channel.connection.StoredConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what a connection would sell before it does: what is missing, and what cannot be. */
@Component("connectionCheck")
public class ConnectionCheck {

    private final ConnectionMapping mapping;
    private final Channels channels;

    ConnectionCheck(ConnectionMapping mapping, Channels channels) {
        this.mapping = mapping;
        this.channels = channels;
    }

    /**
     * Something that was found.
     *
     * @param blocks whether nothing can be sold until it is put right
     * @param words what was met and what to do
     */
    public record Finding(boolean blocks, String words) {}

    private record Money(
            String hotel, @Nullable String own, boolean rate, @Nullable String stopped) {}

    private record Rate(String name, String plan, String priced, @Nullable String said) {}

    /** All that was found, what blocks first; empty where nothing was. */
    public List<Finding> of(JdbcClient session, StoredConnection connection) {
        List<Finding> blocks = new ArrayList<>();
        List<Finding> hints = new ArrayList<>();
        mapped(mapping.of(session, connection), blocks, hints);
        money(session, connection, blocks);
        pricing(session, connection, blocks);
        unsold(session, connection, hints);
        blocks.addAll(hints);
        return blocks;
    }

    /**
     * Has nothing in the way.
     *
     * @throws ConnectionRefused naming the first thing that blocks
     */
    public void demand(JdbcClient session, StoredConnection connection) {
        of(session, connection).stream()
                .filter(Finding::blocks)
                .findFirst()
                .ifPresent(
                        finding -> {
                            throw new ConnectionRefused(finding.words());
                        });
    }

    private static void mapped(
            List<MappedRemote> remotes, List<Finding> blocks, List<Finding> hints) {
        List<String> rooms = unmapped(remotes, true);
        List<String> rates = unmapped(remotes, false);
        if (remotes.stream().noneMatch(it -> !it.isRoom() && it.means() != null)) {
            blocks.add(
                    new Finding(
                            true,
                            "No rate of the channel means anything here: nothing would be sold. Map one room and one of its rates at least."));
        }
        if (!rooms.isEmpty()) {
            hints.add(
                    new Finding(
                            false,
                            "Rooms that mean nothing here: "
                                    + String.join(", ", rooms)
                                    + ". A booking of one is taken, and waits in the inbox until it is mapped."));
        }
        if (!rates.isEmpty()) {
            hints.add(
                    new Finding(
                            false,
                            "Rates that mean nothing here: "
                                    + String.join(", ", rates)
                                    + ". They are sent neither prices nor closures: close them at the channel, or map them."));
        }
    }

    private static List<String> unmapped(List<MappedRemote> remotes, boolean rooms) {
        return remotes.stream()
                .filter(it -> it.isRoom() == rooms && it.means() == null && !it.inherits())
                .map(MappedRemote::name)
                .toList();
    }

    private static void money(
            JdbcClient session, StoredConnection connection, List<Finding> blocks) {
        Money money =
                session.sql(
                                """
                                select h.currency as hotel, c.currency as own, c.exchange_rate is not null as rate, c.prices_stopped as stopped
                                  from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
                                """)
                        .param(connection.id())
                        .query(Money.class)
                        .single();
        if (money.own() != null && !money.own().equals(money.hotel()) && !money.rate()) {
            blocks.add(
                    new Finding(
                            true,
                            "Currency: the channel's is "
                                    + money.own()
                                    + ", the hotel's "
                                    + money.hotel()
                                    + ", and there is no exchange rate: no price can be said. Set one among the connection's settings."));
        }
        if (money.stopped() != null) {
            blocks.add(new Finding(true, "Prices are stopped: " + money.stopped()));
        }
    }

    private void pricing(JdbcClient session, StoredConnection connection, List<Finding> blocks) {
        Channel channel = channels.byCode(connection.provider());
        session.sql(
                        """
                        select coalesce(r.rate_name, r.remote_rate) as name, p.name as plan, p.pricing as priced, r.pricing as said
                          from ota_rate_plans r join products s on s.id = r.product_id join rate_plans p on p.id = s.rate_plan_id
                         where r.connection_id = ? and r.state = 'active' and not r.is_child and not r.is_readonly order by r.id
                        """)
                .param(connection.id())
                .query(Rate.class)
                .list()
                .forEach(
                        rate -> {
                            Pricing plan = Pricing.of(rate.priced());
                            Pricing there = Pricing.at(channel.definition(), plan, rate.said());
                            if (plan.isByStay() != there.isByStay()) {
                                blocks.add(
                                        new Finding(
                                                true,
                                                "Pricing model: '"
                                                        + rate.plan()
                                                        + "' is priced "
                                                        + plan.word()
                                                        + " here, and '"
                                                        + rate.name()
                                                        + "' "
                                                        + there.word()
                                                        + " at the channel: it would stay closed. Map another, or change the model at the channel."));
                            }
                        });
    }

    private static void unsold(
            JdbcClient session, StoredConnection connection, List<Finding> hints) {
        List<String> unsold =
                session.sql(
                                """
                                select t.name || ' · ' || p.name from products s
                                  join room_types t on t.id = s.room_type_id join rate_plans p on p.id = s.rate_plan_id
                                 where s.hotel_id = ? and not exists (
                                       select from ota_rate_plans r where r.connection_id = ? and r.product_id = s.id and r.state = 'active')
                                 order by 1
                                """)
                        .params(connection.hotel(), connection.id())
                        .query(String.class)
                        .list();
        if (!unsold.isEmpty()) {
            hints.add(
                    new Finding(
                            false, "Not sold at this channel: " + String.join(", ", unsold) + "."));
        }
    }
}
