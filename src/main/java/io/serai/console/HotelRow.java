package io.serai.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hotel in the list of them all, and how it does.
 *
 * @param connections each with its state
 * @param unsentSince since when its oldest change waits to be sent; null: none does
 * @param unsent for how long that is; empty where none does
 * @param parked how many messages wait for a person
 */
record HotelRow(
        Hotel hotel,
        List<ConnectionsNow.Brief> connections,
        @Nullable Instant unsentSince,
        String unsent,
        int parked) {

    static HotelRow of(
            Hotel hotel, List<ConnectionsNow.Brief> connections, int parked, Instant now) {
        Instant since =
                connections.stream()
                        .map(ConnectionsNow.Brief::waiting)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new HotelRow(
                hotel,
                connections,
                since,
                since == null ? "" : Times.roughly(Duration.between(since, now)),
                parked);
    }

    /** Whether it is in a state that is looked for; any, where none is. */
    boolean isIn(String state) {
        return switch (state) {
            case "unsent" -> unsentSince != null;
            case "parked" -> parked > 0;
            case "unconnected" -> connections.isEmpty();
            case "troubled" ->
                    connections.stream()
                            .anyMatch(it -> !List.of("open", "adding").contains(it.state()));
            default -> true;
        };
    }

    /** By what they can be ordered. */
    static Map<String, Comparator<HotelRow>> columns() {
        Map<String, Comparator<HotelRow>> columns = new LinkedHashMap<>();
        columns.put(
                "name",
                Comparator.comparing((HotelRow row) -> row.hotel().name(), Sorting.byName())
                        .thenComparing(row -> row.hotel().id()));
        columns.put("number", Comparator.comparing(row -> row.hotel().id()));
        columns.put(
                "unsent",
                Comparator.comparing(
                        HotelRow::unsentSince,
                        Comparator.nullsFirst(Comparator.<Instant>reverseOrder())));
        columns.put("parked", Comparator.comparing(HotelRow::parked));
        return columns;
    }
}
