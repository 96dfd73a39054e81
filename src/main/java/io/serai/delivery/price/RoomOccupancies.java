package io.serai.delivery.price;

import io.serai.ari.price.Occupancies;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much of a hotel is sold: read when it is first asked for, some weeks at a time, and then
 * kept. For one thread.
 */
final class RoomOccupancies implements Occupancies {

    private static final int AT_ONCE = 32;

    private static final String ROOMS =
            """
            select t.id, d::date - date '1970-01-01' as day, coalesce(n.sold, 0) as sold,
                   coalesce(n.offered + coalesce(n.overbooking, t.overbooking), 0) as rooms
              from room_types t
              cross join generate_series(:from::date, :until::date - 1, interval '1 day') d
              left join room_nights n on n.room_type_id = t.id and n.night = d::date and n.night >= :from and n.night < :until
             where t.hotel_id = :hotel
            """;

    private final JdbcClient jdbc;
    private final int hotel;
    private final Set<Integer> read = new HashSet<>();
    private final Map<Rooms, Count> counts = new HashMap<>();

    RoomOccupancies(JdbcClient jdbc, int hotel) {
        this.jdbc = jdbc;
        this.hotel = hotel;
    }

    /** Of a room type, or of the whole hotel: 0. */
    private record Rooms(int roomType, int night) {}

    private record Count(long sold, long rooms) {

        static final Count NOTHING = new Count(0, 0);

        Count and(Count other) {
            return new Count(sold + other.sold, rooms + other.rooms);
        }
    }

    @Override
    public int ofRoomType(int roomType, int night) {
        return percent(new Rooms(roomType, night));
    }

    @Override
    public int ofHotel(int night) {
        return percent(new Rooms(0, night));
    }

    private int percent(Rooms asked) {
        int block = Math.floorDiv(asked.night(), AT_ONCE);
        if (read.add(block)) {
            read(block * AT_ONCE);
        }
        Count count = counts.getOrDefault(asked, Count.NOTHING);
        return Occupancies.percent(count.sold(), count.rooms());
    }

    private void read(int first) {
        jdbc.sql(ROOMS)
                .param("hotel", hotel)
                .param("from", LocalDate.ofEpochDay(first))
                .param("until", LocalDate.ofEpochDay(first + AT_ONCE))
                .query(
                        row -> {
                            int night = row.getInt("day");
                            Count count = new Count(row.getLong("sold"), row.getLong("rooms"));
                            counts.put(new Rooms(row.getInt("id"), night), count);
                            counts.merge(new Rooms(0, night), count, Count::and);
                        });
    }
}
