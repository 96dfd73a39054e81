package io.serai.hotel;

import static org.awaitility.Awaitility.await;

import io.serai.testing.RunningSerai;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Hotels that write themselves in SQL, beside a Serai that looks for nights to make. */
class HorizonRollTests {

    private static final RunningSerai SERAI =
            RunningSerai.with(Map.of("serai.hotel.horizon-tick", 200));

    @AfterAll
    static void stop() {
        SERAI.close();
    }

    @Test
    void makesNightsOfAHotelAndOfARoomTypeThatComesToItOnceTheyAreDue() {
        int hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency, horizon) values ('late', 'Late', 'UTC', 'EUR', 30) returning id");
        int first = roomType(hotel, "A");
        await().atMost(Duration.ofSeconds(30)).until(() -> nights(first) == 30);

        int later = roomType(hotel, "B");
        key("update room_types set nights_due_at = now() where id = ? returning id", later);

        await().atMost(Duration.ofSeconds(30)).until(() -> nights(later) == 30);
    }

    private static int roomType(int hotel, String code) {
        return key(
                "insert into room_types (hotel_id, code, name, size, max_guests) values (?, ?, 'Double', 4, 2) returning id",
                hotel,
                code);
    }

    private static int nights(int roomType) {
        return key("select count(*) from room_nights where room_type_id = ?", roomType);
    }

    private static int key(String sql, Object... params) {
        return SERAI.sql().sql(sql).params(params).query(Integer.class).single();
    }
}
