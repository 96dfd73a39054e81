package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.hotel.night.NightTable;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a grid of nights: of folded room types nothing but the name. */
public interface GridReader {

    /** The area of the pages that it is shown on. */
    String area();

    /** What its nights are written in. */
    NightTable table();

    /**
     * All room types that are wished for.
     *
     * @param open those whose rows are shown
     */
    List<Group> read(
            JdbcClient database,
            Hotel hotel,
            GridWish wish,
            Collection<Choices.Type> types,
            Collection<Integer> open);
}
