package io.serai.channel.connection;

import io.serai.channel.connection.RemoteProducts.Bounds;
import io.serai.channel.connection.RemoteProducts.Rate;
import io.serai.channel.connection.RemoteProducts.Room;
import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The channel's rooms and rates of each connection, what they are in the hotel, and what differs.
 */
@Repository
public class RemoteProductBook {

    private static final Bounds UNBOUND = new Bounds(null, null, null);

    private final JdbcClient jdbc;
    private final SameNames names;

    RemoteProductBook(JdbcClient jdbc, SameNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * Records what a channel showed. What it does not show any more is gone; what bears exactly one
     * room type's or rate plan's name or code, and is not mapped, is mapped to it, unless a person
     * maps what the connection has. Of a hotel that the connection does not name any more nothing
     * is recorded. When it was asked stays as it is: who wanted it read anew meanwhile may not have
     * been seen by this answer, and is served by the next.
     *
     * @param hotel the number that was asked for
     */
    @Transactional
    public void record(int connection, String hotel, RemoteProducts products) {
        if (!names(connection, hotel)) {
            return;
        }
        show(connection, products);
        jdbc.sql(
                        """
                        update ota_rate_plans set state = 'gone' where connection_id = ? and state = 'active' and read_at < now()
                        """)
                .param(connection)
                .update();
        if (mapsItself(connection)) {
            names.map(connection);
        }
        compareNames(connection);
        jdbc.sql(
                        """
                        update third_party_integrations set state = 'open', state_reason = null
                         where id = ? and state in ('new', 'reading', 'open')
                        """)
                .param(connection)
                .update();
    }

    /**
     * Records what another hotel at the channel shows, in place of all that the one before did: it
     * means what is said now, and the meaning of what is gone stays with it.
     *
     * @param meanings keys of room types and products; what is not there means nothing
     */
    void replace(
            int connection,
            RemoteProducts products,
            Map<RemoteKey, Integer> meanings,
            String actor) {
        jdbc.sql(
                        "update ota_rate_plans set state = 'gone', is_leaving = false where connection_id = ?")
                .param(connection)
                .update();
        for (RemoteKey key : RemoteKey.all(products)) {
            mean(connection, key, null, null);
        }
        show(connection, products);
        meanings.forEach((key, meaning) -> mean(connection, key, meaning, actor));
        compareNames(connection);
        jdbc.sql(
                        "update third_party_integrations set state_reason = null, read_at = now() where id = ?")
                .param(connection)
                .update();
    }

    private void mean(
            int connection, RemoteKey key, @Nullable Integer meaning, @Nullable String actor) {
        jdbc.sql(
                        """
                        update ota_rate_plans set room_type_id = :room, product_id = :product, mapped_by = :by
                         where connection_id = :connection and remote_room = :remote and remote_rate is not distinct from :rate
                        """)
                .param("room", key.isRoom() ? meaning : null, Types.INTEGER)
                .param("product", key.isRoom() ? null : meaning, Types.INTEGER)
                .param("by", actor, Types.VARCHAR)
                .param("connection", connection)
                .param("remote", key.room())
                .param("rate", key.rate(), Types.VARCHAR)
                .update();
    }

    /**
     * Whether it is the hotel there that the connection names, which stays so in this transaction.
     */
    private boolean names(int connection, String hotel) {
        return jdbc.sql(
                        "select remote_hotel from third_party_integrations where id = ? for no key update")
                .param(connection)
                .query(String.class)
                .optional()
                .filter(hotel::equals)
                .isPresent();
    }

    private void show(int connection, RemoteProducts products) {
        for (Room room : products.rooms()) {
            put(connection, room, null);
            room.rates().forEach(rate -> put(connection, room, rate));
        }
    }

    private boolean mapsItself(int connection) {
        return jdbc.sql("select maps_itself from third_party_integrations where id = ?")
                .param(connection)
                .query(Boolean.class)
                .single();
    }

    private void put(int connection, Room room, @Nullable Rate rate) {
        Bounds bounds = Objects.requireNonNullElse(room.bounds(), UNBOUND);
        jdbc.sql(
                        """
                        insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, room_name, rate_name, max_guests,
                                                    pricing, is_child, is_readonly, remote_code, remote_plan, remote_status, remote_pricing,
                                                    collects, cancellation, cancellation_code, least_price, most_price, bounds_source)
                        select hotel_id, id, :room, :rate, :roomName, :rateName, :guests, :pricing, :child, :readonly, :code, :plan,
                               coalesce(:status, 'active'), :model, :collects, :cancellation, :cancellationCode, :least, :most, :source
                          from third_party_integrations where id = :connection
                        on conflict (connection_id, remote_room, remote_rate) do update
                           set room_name = excluded.room_name, rate_name = excluded.rate_name,
                               max_guests = coalesce(excluded.max_guests, ota_rate_plans.max_guests),
                               pricing = coalesce(excluded.pricing, ota_rate_plans.pricing), is_child = excluded.is_child,
                               is_readonly = excluded.is_readonly, remote_code = excluded.remote_code, remote_plan = excluded.remote_plan,
                               remote_status = excluded.remote_status, remote_pricing = excluded.remote_pricing,
                               collects = excluded.collects, cancellation = excluded.cancellation, cancellation_code = excluded.cancellation_code,
                               least_price = excluded.least_price,
                               most_price = excluded.most_price, bounds_source = excluded.bounds_source, state = 'active', read_at = now()
                        """)
                .param("connection", connection)
                .param("room", room.room())
                .param("rate", rate == null ? null : rate.rate())
                .param("roomName", room.name())
                .param("rateName", rate == null ? null : rate.name())
                .param("guests", rate == null ? room.maxGuests() : rate.maxGuests())
                .param("pricing", rate == null ? null : rate.pricing())
                .param("child", rate != null && rate.child())
                .param("readonly", rate != null && rate.readonly())
                .param("code", rate == null ? room.code() : rate.code())
                .param("plan", rate == null ? null : rate.plan())
                .param("status", rate == null ? room.status() : rate.status(), Types.VARCHAR)
                .param("model", rate == null ? null : rate.model())
                .param("collects", rate == null ? null : rate.collects())
                .param("cancellation", rate == null ? null : rate.cancellation())
                .param("cancellationCode", rate == null ? null : rate.cancellationCode())
                .param("least", bounds.least(), Types.NUMERIC)
                .param("most", bounds.most(), Types.NUMERIC)
                .param("source", bounds.source())
                .update();
    }

    private void compareNames(int connection) {
        jdbc.sql("delete from ota_content_sync where connection_id = ? and sync_id is null")
                .param(connection)
                .update();
        jdbc.sql(
                        """
                        insert into ota_content_sync (hotel_id, connection_id, subject, remote_key, field, ours, theirs)
                        select r.hotel_id, r.connection_id, case when r.remote_rate is null then 'room-type' else 'rate-plan' end,
                               concat_ws('/', r.remote_room, r.remote_rate), 'name', coalesce(t.name, p.name), coalesce(r.rate_name, r.room_name)
                          from ota_rate_plans r
                          left join room_types t on t.id = r.room_type_id
                          left join products s on s.id = r.product_id
                          left join rate_plans p on p.id = s.rate_plan_id
                         where r.connection_id = ? and r.state = 'active'
                        """)
                .param(connection)
                .update();
    }
}
