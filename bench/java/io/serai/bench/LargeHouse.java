package io.serai.bench;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel with many room types and four plans each, sold a year ahead and held by two channels, one
 * of which sells Saturdays dearer.
 */
final class LargeHouse {

    private static final int NIGHTS = 365;
    private static final int PLANS = 4;

    private static final String[] FILLING = {
        "insert into room_types (hotel_id, code, name, size, max_guests) select :hotel, 'R' || n,"
                + " 'Room type ' || lpad(n::text, 3, '0'), 12, 2 from generate_series(1, :rooms) n",
        "insert into rate_plans (hotel_id, code, name) select :hotel, 'P' || n, 'Plan ' || n from"
                + " generate_series(1, :plans) n",
        "insert into products (hotel_id, room_type_id, rate_plan_id) select :hotel, t.id, p.id from"
                + " room_types t join rate_plans p using (hotel_id) where hotel_id = :hotel",
        """
        insert into room_nights (room_type_id, night, hotel_id, offered)
        select t.id, current_date + n, t.hotel_id, 10 from room_types t, generate_series(0, :nights - 1) n where t.hotel_id = :hotel
        """,
        """
        insert into rate_nights (product_id, night, hotel_id, prices)
        select p.id, current_date + n, p.hotel_id, array [10000 + p.id % 50 * 100 + n % 7 * 500] from products p, generate_series(0, :nights - 1) n
         where p.hotel_id = :hotel
        """,
        """
        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, is_enabled, state)
        select 'Channel', 'ota', provider, '{}', '{"hotel_id": "1"}', :hotel, false, 'open' from unnest(array ['booking.com', 'expedia']) provider
        """,
        """
        insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id, max_guests)
        select :hotel, c.id, 'r' || t.id, t.id, 2 from room_types t join third_party_integrations c using (hotel_id) where hotel_id = :hotel
        """,
        """
        insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id, max_guests)
        select :hotel, c.id, 'r' || p.room_type_id, 'p' || p.id, p.id, 2 from products p join third_party_integrations c using (hotel_id) where hotel_id = :hotel
        """,
        """
        insert into held_nights (remote_id, night, hotel_id, rooms)
        select r.id, n.night, r.hotel_id, 10 from ota_rate_plans r join room_nights n using (room_type_id) where r.hotel_id = :hotel
        """,
        """
        insert into held_nights (remote_id, night, hotel_id, closed, min_through, prices)
        select r.id, n.night, r.hotel_id, false, 0,
               case when c.provider = 'expedia' and extract(isodow from n.night) = 6 then array [n.prices[1] + 500] else n.prices end
          from ota_rate_plans r join third_party_integrations c on c.id = r.connection_id join rate_nights n using (product_id)
         where r.hotel_id = :hotel
        """,
    };

    private final JdbcClient jdbc;
    private int hotel;
    private int rooms;

    LargeHouse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it; the answer is its key. */
    int fill(int rooms) {
        this.rooms = rooms;
        hotel =
                jdbc.sql(
                                "insert into hotels (code, name, time_zone, currency, horizon,"
                                        + " sold_until) values ('large', 'Large house', 'UTC', 'EUR',"
                                        + " ?, current_date + ?) returning id")
                        .params(NIGHTS, NIGHTS)
                        .query(Integer.class)
                        .single();
        for (String statement : FILLING) {
            jdbc.sql(statement)
                    .param("hotel", hotel)
                    .param("rooms", rooms)
                    .param("plans", PLANS)
                    .param("nights", NIGHTS)
                    .update();
        }
        jdbc.sql("analyze").update();
        return hotel;
    }

    /** What a plain select of some nights of some room types takes, in milliseconds. */
    double select(int nights, int types) {
        String sql =
                """
                select n.*, h.* from rate_nights n join products p on p.id = n.product_id join ota_rate_plans r on r.product_id = p.id
                  join held_nights h on h.remote_id = r.id and h.night = n.night and h.night between current_date and current_date + ?
                 where p.room_type_id in (select id from room_types where hotel_id = ? order by name limit ?)
                   and n.night between current_date and current_date + ?
                """;
        double least = Double.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long began = System.nanoTime();
            jdbc.sql(sql).params(nights - 1, hotel, types, nights - 1).query().listOfRows();
            least = Math.min(least, (System.nanoTime() - began) / 1e6);
        }
        return least;
    }

    int rooms() {
        return rooms;
    }

    /** The day so many after today. */
    LocalDate day(int after) {
        return jdbc.sql("select current_date + ?").param(after).query(LocalDate.class).single();
    }

    int connection() {
        return first("third_party_integrations");
    }

    int product() {
        return first("products");
    }

    private int first(String table) {
        return jdbc.sql("select min(id) from " + table + " where hotel_id = ?")
                .param(hotel)
                .query(Integer.class)
                .single();
    }

    String sizes() {
        return "%d room types, %d plans each, %d nights, two channels"
                .formatted(rooms, PLANS, NIGHTS);
    }
}
