package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.delivery.Wakes;
import java.sql.Types;
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

    /**
     * Sets prices by hand, or releases them; who acts is on record.
     *
     * @param prices minor units; null elements where the price is not set by hand; null: of none
     */
    void hand(
            JdbcClient database,
            Hotel hotel,
            int product,
            LocalDate night,
            @Nullable Long @Nullable [] prices,
            boolean closed) {
        Long act =
                prices == null
                        ? null
                        : database.sql("insert into hand_acts (hotel_id) values (?) returning id")
                                .param(hotel.id())
                                .query(Long.class)
                                .single();
        database.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, hand_prices, hand_act, closed)
                        values (:product, :night, :hotel, :prices, :act, :closed)
                        on conflict (product_id, night) do update
                           set hand_prices = excluded.hand_prices, hand_act = excluded.hand_act, closed = excluded.closed
                        """)
                .param("product", product)
                .param("night", night)
                .param("hotel", hotel.id())
                .param("prices", prices, Types.ARRAY)
                .param("act", act, Types.BIGINT)
                .param("closed", closed)
                .update();
        wakes.afterCommit();
    }

    /** Opens or closes a product whose prices stay as they are. */
    void closed(JdbcClient database, Hotel hotel, int product, LocalDate night, boolean closed) {
        database.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, closed) values (?, ?, ?, ?)
                        on conflict (product_id, night) do update set closed = excluded.closed
                        """)
                .params(product, night, hotel.id(), closed)
                .update();
        wakes.afterCommit();
    }
}
