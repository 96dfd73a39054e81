package io.serai.channel.connection;

import io.serai.channel.connection.RemoteProducts.Bounds;
import io.serai.channel.connection.RemoteProducts.Rate;
import io.serai.channel.connection.RemoteProducts.Room;
import java.sql.Types;
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

    /** Who mapped what bears the same name or code on both sides. */
    static final String SAME_NAME = "same name";

    private static final Bounds UNBOUND = new Bounds(null, null, null);

    private final JdbcClient jdbc;

    RemoteProductBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records what a channel showed. What it does not show any more is gone; what bears exactly one
     * room type's or rate plan's name or code, and is not mapped, is mapped to it, unless a person
     * maps what the connection has.
     */
    @Transactional
    public void record(int connection, RemoteProducts products) {
        for (Room room : products.rooms()) {
            put(connection, room, null);
            room.rates().forEach(rate -> put(connection, room, rate));
        }
        jdbc.sql(
                        """
                        update ota_rate_plans set state = 'gone' where connection_id = ? and state = 'active' and read_at < now()
                        """)
                .param(connection)
                .update();
        if (mapsItself(connection)) {
            mapRooms(connection);
            mapRates(connection);
        }
        compareNames(connection);
        jdbc.sql(
                        """
                        update third_party_integrations set state = 'open', state_reason = null, read_at = now()
                         where id = ? and state in ('new', 'reading', 'open')
                        """)
                .param(connection)
                .update();
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

    private void mapRooms(int connection) {
        jdbc.sql(
                        """
                        update ota_rate_plans r set room_type_id = same.id, mapped_by = :by
                          from (select r.id as remote, min(t.id) as id
                                  from ota_rate_plans r
                                  join room_types t on t.hotel_id = r.hotel_id
                                   and (lower(t.name) = lower(r.room_name) or t.code in (r.remote_room, r.remote_code))
                                 where r.connection_id = :connection and r.remote_rate is null and r.state = 'active' and r.room_type_id is null
                                   and not exists (select from ota_rate_plans o where o.connection_id = r.connection_id
                                                    and o.room_type_id = t.id and o.state = 'active')
                                 group by r.id having count(*) = 1) same
                         where r.id = same.remote
                           and 1 = (select count(*) from ota_rate_plans o join room_types t on t.id = same.id
                                     where o.connection_id = :connection and o.remote_rate is null and o.state = 'active'
                                       and (lower(t.name) = lower(o.room_name) or t.code in (o.remote_room, o.remote_code)))
                        """)
                .param("by", SAME_NAME)
                .param("connection", connection)
                .update();
    }

    private void mapRates(int connection) {
        jdbc.sql(
                        """
                        update ota_rate_plans r set product_id = same.id, mapped_by = :by
                          from (select r.id as remote, min(s.id) as id
                                  from ota_rate_plans r
                                  join ota_rate_plans m on m.connection_id = r.connection_id and m.remote_room = r.remote_room
                                   and m.remote_rate is null and m.state = 'active'
                                  join products s on s.room_type_id = m.room_type_id
                                  join rate_plans p on p.id = s.rate_plan_id
                                   and (lower(p.name) = lower(r.rate_name) or p.code in (r.remote_rate, r.remote_code))
                                 where r.connection_id = :connection and r.remote_rate is not null and r.state = 'active' and r.product_id is null
                                 group by r.id having count(*) = 1) same
                         where r.id = same.remote
                        """)
                .param("by", SAME_NAME)
                .param("connection", connection)
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
