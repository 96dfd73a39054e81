package io.serai.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What hotels call what they sell, by its codes.
 *
 * @param roomTypes names of room types
 * @param ratePlans names of rate plans
 */
public record HotelNames(Map<String, String> roomTypes, Map<String, String> ratePlans) {

    /** Between the codes of a room type and a plan, where a form names both. */
    public static final String BETWEEN = "~";

    /** Those of some hotels; where two give one code another name, the code stays. */
    public static HotelNames of(JdbcClient session, List<Integer> hotels) {
        return new HotelNames(
                read(session, "room_types", hotels), read(session, "rate_plans", hotels));
    }

    /** Those of a hotel. */
    public static HotelNames of(JdbcClient session, int hotel) {
        return of(session, List.of(hotel));
    }

    private static Map<String, String> read(
            JdbcClient session, String table, List<Integer> hotels) {
        Map<String, String> names = new LinkedHashMap<>();
        session.sql(
                        """
                        select code, case when min(name) = max(name) then min(name) else code end as name
                          from %s where hotel_id = any (?) group by code
                        """
                                .formatted(table))
                .param(hotels.toArray(Integer[]::new))
                .query(
                        row -> {
                            names.put(row.getString("code"), row.getString("name"));
                        });
        return names;
    }

    /** A room type's name; the code where it is gone. */
    public String roomType(String code) {
        return roomTypes.getOrDefault(code, code);
    }

    /** A rate plan's name; the code where it is gone. */
    public String ratePlan(String code) {
        return ratePlans.getOrDefault(code, code);
    }

    /** Both, of codes with {@link #BETWEEN} between them: Garden Double, Standard. */
    public String sold(String codes) {
        String[] both = codes.split(BETWEEN, 2);
        return roomType(both[0]) + (both.length == 2 ? ", " + ratePlan(both[1]) : "");
    }
}
