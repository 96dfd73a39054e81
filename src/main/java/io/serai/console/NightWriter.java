package io.serai.console;

import io.serai.delivery.Wakes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a person sets for a night; with the commit the dispatcher knows. */
@Repository
class NightWriter {

    private final Wakes wakes;

    NightWriter(Wakes wakes) {
        this.wakes = wakes;
    }

    void rooms(
            JdbcClient database,
            Hotel hotel,
            int roomType,
            LocalDate night,
            int offered,
            boolean closed) {
        database.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered, closed) values (?, ?, ?, ?, ?)
                        on conflict (room_type_id, night) do update set offered = excluded.offered, closed = excluded.closed
                        """)
                .params(roomType, night, hotel.id(), offered, closed)
                .update();
        wakes.afterCommit();
    }

    /**
     * @param prices minor units; null elements where not sold
     */
    void prices(
            JdbcClient database,
            Hotel hotel,
            int product,
            LocalDate night,
            @Nullable Long[] prices,
            boolean closed) {
        database.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, prices, closed) values (?, ?, ?, ?, ?)
                        on conflict (product_id, night) do update set prices = excluded.prices, closed = excluded.closed
                        """)
                .params(product, night, hotel.id(), prices, closed)
                .update();
        wakes.afterCommit();
    }
}
