package io.serai.console.reports;

import io.serai.console.HotelNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the codes in reports are called: channels, connections, room types, plans, and words for how
 * a booking is paid.
 */
record ReportNames(Map<String, Map<String, String>> byColumn) {

    private static final Map<String, String> COLLECTORS =
            Map.of("hotel", "the hotel", "channel", "the channel", "unknown", "not told");
    private static final Map<String, String> METHODS =
            Map.of(
                    "guest-card", "guest's card",
                    "virtual-card", "virtual card",
                    "bank-transfer", "bank transfer",
                    "none", "nothing to pay",
                    "unknown", "not told");

    /**
     * Those of some hotels.
     *
     * @param channels names by code
     */
    static ReportNames read(
            JdbcClient session, List<Integer> hotels, Map<String, String> channels) {
        HotelNames names = HotelNames.of(session, hotels);
        Map<String, String> connections = new HashMap<>();
        session.sql(
                        "select id, integration_name as name from third_party_integrations where hotel_id = any (?)")
                .param(hotels.toArray(Integer[]::new))
                .query(
                        row -> {
                            connections.put(row.getString("id"), row.getString("name"));
                        });
        return new ReportNames(
                Map.of(
                        "channel", channels,
                        "connection", connections,
                        "roomType", names.roomTypes(),
                        "ratePlan", names.ratePlans(),
                        "collectedBy", COLLECTORS,
                        "method", METHODS));
    }

    /** The name of what stands in a column; the same where it has none. */
    String name(String column, Object value) {
        String said = value.toString();
        return byColumn.getOrDefault(column, Map.of()).getOrDefault(said, said);
    }

    /** Whether people know its codes, so that they stand beside the names. */
    static boolean isCode(String column) {
        return column.equals("roomType") || column.equals("ratePlan");
    }
}
