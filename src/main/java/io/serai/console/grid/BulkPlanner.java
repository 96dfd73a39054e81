package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.hotel.bulk.BulkPlan;
import io.serai.hotel.bulk.BulkRefused;
import io.serai.hotel.bulk.BulkScope;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a change of many nights of one grid would do. */
public interface BulkPlanner {

    /** What the grid's nights are written in. */
    NightTable table();

    /** What is sold there, as {@code plan}. */
    String one();

    /** All that the hotel sells there, by name. */
    List<Sold> sold(JdbcClient database, Hotel hotel);

    /**
     * What the change would do; nothing is written.
     *
     * @throws BulkRefused when it cannot be meant
     */
    BulkPlan plan(
            JdbcClient database,
            Hotel hotel,
            HotelNights nights,
            BulkScope scope,
            BulkValues entered);

    /**
     * What is sold night by night.
     *
     * @param id its key
     * @param type its room type
     * @param plan its rate plan; 0: it is a room type itself
     * @param name for people
     */
    record Sold(int id, int type, int plan, String name) {

        /** Whether it is among those that somebody chose by range. */
        boolean isChosen(BulkValues entered) {
            return (entered.key("type") == 0 || entered.key("type") == type)
                    && (entered.key("plan") == 0 || entered.key("plan") == plan);
        }
    }
}
