package io.serai.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many hotels, each connected to a channel that holds all of its nights as they are. */
final class HotelRecord {

    private static final List<String> SOLD =
            List.of(
                    "insert into room_types (hotel_id, code, name, size, max_guests) select h.id, 'R' || n, 'Room', 10, 2 from hotels h, generate_series(1, :rooms) n where h.id > :last",
                    "insert into rate_plans (hotel_id, code, name) select h.id, 'P' || n, 'Plan' from hotels h, generate_series(1, :plans) n where h.id > :last",
                    "insert into products (hotel_id, room_type_id, rate_plan_id) select t.hotel_id, t.id, p.id from room_types t join rate_plans p using (hotel_id) where hotel_id > :last order by t.hotel_id, t.id, p.id",
                    """
                    insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                    select 'Booking.com', 'ota', 'booking.com', '{}', jsonb_build_object('hotel_id', h.id::text, 'test_mode', true), h.id, (select min(id) from channel_accounts), 'broken'
                      from hotels h where h.id > :last
                    """,
                    "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id, max_guests) select t.hotel_id, c.id, t.id, t.id, 2 from room_types t join third_party_integrations c using (hotel_id) where t.hotel_id > :last order by t.id",
                    "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id, max_guests) select p.hotel_id, c.id, p.room_type_id, p.id, p.id, 2 from products p join third_party_integrations c using (hotel_id) where p.hotel_id > :last order by p.id");

    private static final List<String> NIGHTS =
            List.of(
                    "insert into room_nights (room_type_id, night, hotel_id, offered) select t.id, current_date + d, t.hotel_id, 3 + (t.id + d / 3) % 7 from room_types t, generate_series(0, :nights - 1) d where t.hotel_id between :from and :to",
                    "insert into rate_nights (product_id, night, hotel_id, prices) select p.id, current_date + d, p.hotel_id, array [10000 + (p.id * 7 + d / 4) % 50 * 100] from products p, generate_series(0, :nights - 1) d where p.hotel_id between :from and :to",
                    "insert into held_nights (remote_id, night, hotel_id, rooms, room_closed) select o.id, n.night, n.hotel_id, n.offered, false from room_nights n join ota_rate_plans o on o.room_type_id = n.room_type_id where n.hotel_id between :from and :to and o.hotel_id between :from and :to",
                    """
                    insert into held_nights (remote_id, night, hotel_id, closed, min_through, max_through, min_arrival, max_arrival, cta, ctd, prices)
                    select o.id, n.night, n.hotel_id, false, 0, 0, 0, 0, false, false, n.prices
                      from rate_nights n join ota_rate_plans o on o.product_id = n.product_id
                     where n.hotel_id between :from and :to and o.hotel_id between :from and :to
                    """);

    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final int rooms;
    private final int plans;
    private final int nights;
    private int hotels;

    /**
     * @param plans sold for each room type
     */
    HotelRecord(OwnDatabase database, int rooms, int plans, int nights) {
        this.jdbc = database.jdbc();
        this.rooms = rooms;
        this.plans = plans;
        this.nights = nights;
        jdbc.sql("select serai_make_months(current_date, current_date + ?)")
                .param(nights)
                .query(Integer.class)
                .single();
        jdbc.sql(
                        "insert into channel_accounts (provider, name, login_sealed, login_hash) values ('booking.com', 'bench', '', 'bench')")
                .update();
    }

    /** Adds hotels until there are so many. */
    void grow(int count) {
        int last = number("select coalesce(max(id), 0) from hotels");
        jdbc.sql(
                        """
                        insert into hotels (code, name, time_zone, currency, horizon, sold_until)
                        select 'record-' || n, 'Hotel ' || n, 'UTC', 'EUR', :nights, current_date + :nights
                          from generate_series(:from::int, :to::int) n
                        """)
                .param("nights", nights)
                .param("from", hotels + 1)
                .param("to", count)
                .update();
        for (var statement : SOLD) {
            with(statement).param("last", last).update();
        }
        int end = number("select max(id) from hotels");
        for (int from = last + 1; from <= end; from += AT_ONCE) {
            for (var statement : NIGHTS) {
                with(statement)
                        .param("from", from)
                        .param("to", Math.min(from + AT_ONCE - 1, end))
                        .update();
            }
        }
        jdbc.sql(
                        """
                        update third_party_integrations set state = 'open';
                        update claims set next_try_at = 'infinity';
                        delete from marks
                        """)
                .update();
        jdbc.sql("vacuum analyze").update();
        hotels = count;
    }

    private JdbcClient.StatementSpec with(String statement) {
        return jdbc.sql(statement)
                .param("rooms", rooms)
                .param("plans", plans)
                .param("nights", nights);
    }

    /** Raises prices in one range of every ninth product: one in a hundred cells. */
    void change(int round) {
        jdbc.sql("delete from marks").update();
        jdbc.sql(
                        """
                        update rate_nights r set prices = array [r.prices[1] + 100]
                          from (select id, (id * 13 + :round * 31) % 300 as first, 7 + (id * 17) % 54 as width from products where (id + :round) % 9 = 0) p
                         where r.product_id = p.id and r.night >= current_date + p.first::int and r.night < current_date + (p.first + p.width)::int
                           and r.night >= current_date and r.night < current_date + :nights
                        """)
                .param("round", round)
                .param("nights", nights)
                .update();
    }

    List<Integer> connections() {
        return jdbc.sql("select id from third_party_integrations order by id")
                .query(Integer.class)
                .list();
    }

    /** How many bytes a night takes, with its index. */
    String sizes() {
        return jdbc.sql(
                        """
                        select string_agg(format('%s: %s nights, %s bytes each', name, n, round(bytes / nullif(n, 0))), '; ' order by name)
                          from (select p.relname as name, sum(pg_total_relation_size(c.oid)) as bytes, sum(c.reltuples)::bigint as n
                                  from pg_class p join pg_inherits i on i.inhparent = p.oid join pg_class c on c.oid = i.inhrelid
                                 where p.relname in ('room_nights', 'rate_nights', 'held_nights')
                                 group by p.relname) sizes
                        """)
                .query(String.class)
                .single();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
