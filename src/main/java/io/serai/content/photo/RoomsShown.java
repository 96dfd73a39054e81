package io.serai.content.photo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room types that a hotel's photos may show. */
public final class RoomsShown {

    private RoomsShown() {}

    /** Their keys by their codes, in the order of the codes. */
    public static Map<String, Integer> of(JdbcClient session, int hotel) {
        Map<String, Integer> types = new LinkedHashMap<>();
        session.sql("select code, id from room_types where hotel_id = ? order by code")
                .param(hotel)
                .query(
                        row -> {
                            types.put(row.getString("code"), row.getInt("id"));
                        });
        return types;
    }
}
