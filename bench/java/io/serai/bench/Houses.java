package io.serai.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** So many equal hotels, each with its own connection to the stand-in, over one account. */
final class Houses {

    private static final long FIRST_HOTEL = 1_000;
    private static final Duration TO_OPEN = Duration.ofMinutes(5);

    private final Stage stage;
    private final int count;
    private final int nights;

    Houses(Stage stage, int count, int nights) {
        this.stage = stage;
        this.count = count;
        this.nights = nights;
    }

    static long hotel(int number) {
        return FIRST_HOTEL + number;
    }

    static long room(int number) {
        return FIRST_HOTEL * 1000 + number;
    }

    /** Writes, opens and connects them all, and waits until all is told. */
    void open() {
        stage.bookingcom()
                .desk()
                .put(
                        "/sandbox/accounts/" + BookingcomSeller.ACCOUNT,
                        Map.of("secret", BookingcomSeller.SECRET));
        IntStream.range(0, count).forEach(this::openAtTheChannel);
        inSerai();
        connect();
        Patience.until(
                TO_OPEN,
                count + " hotels are open",
                () -> number("third_party_integrations where open") == count,
                () -> number("third_party_integrations where open") + " are");
        Patience.until(
                TO_OPEN,
                "all is told",
                () -> UnderWay.of(stage).isNothing() && number("held_nights") > 0,
                () -> UnderWay.of(stage).toString());
    }

    private void openAtTheChannel(int number) {
        stage.bookingcom()
                .desk()
                .put(
                        "/sandbox/hotels/" + hotel(number),
                        Map.of(
                                "name",
                                "Hotel " + number,
                                "currency",
                                "EUR",
                                "accounts",
                                List.of(BookingcomSeller.ACCOUNT),
                                "rooms",
                                List.of(
                                        Map.of(
                                                "id",
                                                room(number),
                                                "name",
                                                "Double",
                                                "maxPersons",
                                                2,
                                                "rates",
                                                List.of(Map.of("id", 1, "name", "Standard"))))));
    }

    private void inSerai() {
        var jdbc = stage.database().jdbc();
        jdbc.sql(
                        """
                        insert into hotels (code, name, time_zone, currency, horizon, sold_until)
                        select 'hotel-' || n, 'Hotel ' || n, 'UTC', 'EUR', :nights, current_date + :nights
                          from generate_series(0, :count - 1) n
                        """)
                .param("nights", nights)
                .param("count", count)
                .update();
        for (var statement :
                List.of(
                        "insert into room_types (hotel_id, code, name, size, max_guests) select id, 'DBL', 'Double', 250, 2 from hotels",
                        "insert into rate_plans (hotel_id, code, name) select id, 'STD', 'Standard' from hotels",
                        "insert into products (hotel_id, room_type_id, rate_plan_id) select t.hotel_id, t.id, p.id from room_types t join rate_plans p using (hotel_id)",
                        "insert into room_nights (room_type_id, night, hotel_id, offered) select t.id, current_date + n, t.hotel_id, 250 from room_types t join hotels h on h.id = t.hotel_id, generate_series(0, h.horizon - 1) n",
                        "insert into rate_nights (product_id, night, hotel_id, prices) select p.id, current_date + n, p.hotel_id, array [10000] from products p join hotels h on h.id = p.hotel_id, generate_series(0, h.horizon - 1) n")) {
            jdbc.sql(statement).update();
        }
    }

    private void connect() {
        LongStream.range(0, count)
                .forEach(
                        number ->
                                stage.database()
                                        .jdbc()
                                        .sql(
                                                """
                                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration)
                                                values ('Booking.com', 'ota', 'booking.com', jsonb_build_object('api_key', ?::text, 'api_secret', ?::text),
                                                        jsonb_build_object('test_mode', true, 'hotel_id', ?::text, 'hotel', 'hotel-' || ?))
                                                """)
                                        .params(
                                                BookingcomSeller.ACCOUNT,
                                                BookingcomSeller.SECRET,
                                                String.valueOf(FIRST_HOTEL + number),
                                                number)
                                        .update());
    }

    private long number(String what) {
        return stage.database()
                .jdbc()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }
}
