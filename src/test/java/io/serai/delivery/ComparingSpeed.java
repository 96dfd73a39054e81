package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints how many changed cells a second are found and folded; not run by default. */
class ComparingSpeed {

    private final Database database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final Deliveries open =
            new Deliveries(database, Clock.systemUTC(), Deliveries.BY_MONTH);
    private final Deliveries gated =
            new Deliveries(
                    database,
                    Clock.systemUTC(),
                    Deliveries.BY_MONTH,
                    new GateSettings(BigDecimal.valueOf(200), 3));

    @Test
    void ofAFirstComparison() {
        SampleHotel hotel = hotel(20, 10, 500);
        jdbc.sql("analyze").update();
        for (int round = 0; round < 6; round++) {
            measure(open, "open: first, 20 rooms 200 products 500 nights", hotel);
            measure(gated, "gated: first, 20 rooms 200 products 500 nights", hotel);
        }
    }

    @Test
    void ofOnePercentOfFiftyHotels() {
        List<SampleHotel> hotels =
                IntStream.range(0, 50).mapToObj(number -> hotel(10, 4, 365)).toList();
        jdbc.sql("delete from marks").update();
        jdbc.sql(
                        """
                        insert into held_nights (remote_id, night, hotel_id, closed, min_through, cta, prices)
                        select o.id, r.night, r.hotel_id, r.closed, 0, false, r.prices
                          from rate_nights r join ota_rate_plans o on o.product_id = r.product_id
                        """)
                .update();
        jdbc.sql("analyze").update();
        for (int round = 0; round < 8; round++) {
            jdbc.sql("delete from marks").update();
            jdbc.sql(
                            """
                            update rate_nights r set prices = array [r.prices[1] + 100]
                              from products p, lateral (select (p.id * 13 + ? * 31) % 300 as first, 7 + (p.id * 17) % 54 as width) w
                             where p.id = r.product_id and r.night - current_date between w.first and w.first + w.width - 1
                            """)
                    .param(round)
                    .update();
            ofAll("open", open, hotels);
            ofAll("gated", gated, hotels);
        }
    }

    private static void ofAll(String how, Deliveries here, List<SampleHotel> hotels) {
        long start = System.nanoTime();
        int cells = hotels.stream().mapToInt(hotel -> cells(here, hotel)).sum();
        long took = System.nanoTime() - start;
        System.out.printf(
                "%s: 1 %% of 50 hotels: %d cells in %d ms, %.0f cells/s%n",
                how, cells, took / 1_000_000, cells * 1e9 / took);
    }

    private static int cells(Deliveries here, SampleHotel hotel) {
        Connection connection = here.bean(Connections.class).find(hotel.connection()).orElseThrow();
        List<Mark> marks = here.bean(Marks.class).read(hotel.connection(), 20_000);
        return here.bean(Comparing.class).compare(connection, marks).batches().stream()
                .mapToInt(Batch::cells)
                .sum();
    }

    private static void measure(Deliveries here, String what, SampleHotel hotel) {
        Connection connection = here.bean(Connections.class).find(hotel.connection()).orElseThrow();
        List<Mark> marks = here.bean(Marks.class).read(hotel.connection(), 20_000);
        long start = System.nanoTime();
        Comparison comparison = here.bean(Comparing.class).compare(connection, marks);
        long compared = System.nanoTime();
        var batches = comparison.batches();
        long folded = System.nanoTime();
        int cells = batches.stream().mapToInt(Batch::cells).sum();
        System.out.printf(
                "%s: %d cells sent in %d messages; compare %d ms, fold %d ms, %.0f cells/s%n",
                what,
                cells,
                batches.size(),
                (compared - start) / 1_000_000,
                (folded - compared) / 1_000_000,
                cells * 1e9 / (folded - start));
    }

    private SampleHotel hotel(int rooms, int rates, int nights) {
        SampleHotel hotel = SampleHotel.another(database);
        jdbc.sql("delete from ota_rate_plans where connection_id = ?")
                .param(hotel.connection())
                .update();
        jdbc.sql("update hotels set horizon = ? where id = ?").params(nights, hotel.id()).update();
        jdbc.sql(
                        "insert into room_types (hotel_id, code, name, size, max_guests) select ?, 'T' || t, 'T', 10, 2 from generate_series(2, ?) t")
                .params(hotel.id(), rooms)
                .update();
        jdbc.sql(
                        "insert into rate_plans (hotel_id, code, name) select ?, 'P' || t, 'P' from generate_series(2, ?) t")
                .params(hotel.id(), rates)
                .update();
        jdbc.sql(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) select t.hotel_id, t.id, p.id from room_types t join rate_plans p using (hotel_id) where hotel_id = ? on conflict do nothing")
                .param(hotel.id())
                .update();
        jdbc.sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered) select t.id, current_date + d, hotel_id, 3 + (t.id + d / 3) % 7 from room_types t, generate_series(0, ? - 1) d where hotel_id = ?")
                .params(nights, hotel.id())
                .update();
        jdbc.sql(
                        "insert into rate_nights (product_id, night, hotel_id, prices) select t.id, current_date + d, hotel_id, array [10000 + (t.id * 7 + d / 4) % 50 * 100] from products t, generate_series(0, ? - 1) d where hotel_id = ?")
                .params(nights, hotel.id())
                .update();
        jdbc.sql(
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id, max_guests) select hotel_id, ?, id, id, 2 from room_types where hotel_id = ?")
                .params(hotel.connection(), hotel.id())
                .update();
        jdbc.sql(
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id, max_guests) select hotel_id, ?, room_type_id, id, id, 2 from products where hotel_id = ?")
                .params(hotel.connection(), hotel.id())
                .update();
        return hotel;
    }
}
