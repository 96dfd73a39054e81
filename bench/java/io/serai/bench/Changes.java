package io.serai.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Single changes of a night's rooms, hotel after hotel, and when the channel heard of each. */
final class Changes {

    private static final Pattern COUNT = Pattern.compile("BookingLimit=\"(\\d+)\"");
    private static final Duration TO_END = Duration.ofMinutes(1);
    private static final int AHEAD = 30;

    private final Stage stage;
    private final int hotels;

    /**
     * Rooms offered next; each hotel's values differ, so that a call says which change it tells.
     */
    private int round;

    private long lastCall;

    Changes(Stage stage, int hotels) {
        this.stage = stage;
        this.hotels = hotels;
    }

    private record Told(int value, Instant at) {}

    /** The milliseconds from each commit to the call that carried it, or a later change of it. */
    List<Double> make(int perSecond, Duration time) {
        var committed = new ArrayList<Map<Long, Instant>>();
        var values = new ArrayList<Integer>();
        try (var connection = stage.database().getConnection();
                var change =
                        connection.prepareStatement(
                                """
                                update room_nights set offered = ?
                                 where room_type_id = (select t.id from room_types t join third_party_integrations c using (hotel_id) where c.remote_hotel = ?)
                                   and night = current_date + ?
                                """)) {
            var began = System.nanoTime();
            var all = perSecond * time.toSeconds();
            for (int done = 0; done < all; done++) {
                var due = began + done * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                if (done % hotels == 0) {
                    committed.add(new TreeMap<>());
                    values.add(round = round % 250 + 1);
                }
                var hotel = Houses.hotel(done % hotels);
                change.setInt(1, round);
                change.setString(2, String.valueOf(hotel));
                change.setInt(3, AHEAD);
                change.executeUpdate();
                committed.get(committed.size() - 1).put(hotel, Instant.now());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Patience.until(
                TO_END,
                "all changes are told",
                () -> UnderWay.of(stage).isNothing(),
                () -> UnderWay.of(stage).toString());
        return latencies(committed, values, told());
    }

    private Map<Long, List<Told>> told() {
        var told = new TreeMap<Long, List<Told>>();
        while (true) {
            var calls =
                    stage.bookingcom()
                            .desk()
                            .get(
                                    "/sandbox/calls?limit=1000&path=/hotels/ota/OTA_HotelAvailNotif&since="
                                            + lastCall)
                            .get("calls");
            if (calls.isEmpty()) {
                return told;
            }
            for (var call : calls) {
                lastCall = call.get("id").asLong();
                var count = COUNT.matcher(call.get("body").asText());
                if (count.find()) {
                    told.computeIfAbsent(call.get("hotel").asLong(), hotel -> new ArrayList<>())
                            .add(new Told(Integer.parseInt(count.group(1)), at(call.get("at"))));
                }
            }
        }
    }

    private static Instant at(com.fasterxml.jackson.databind.JsonNode at) {
        return at.isNumber() ? Instant.ofEpochMilli(at.asLong()) : Instant.parse(at.asText());
    }

    private static List<Double> latencies(
            List<Map<Long, Instant>> committed, List<Integer> values, Map<Long, List<Told>> told) {
        var latencies = new ArrayList<Double>();
        for (int round = 0; round < committed.size(); round++) {
            var later = values.subList(round, values.size());
            committed
                    .get(round)
                    .forEach(
                            (hotel, at) ->
                                    latencies.add(
                                            told.getOrDefault(hotel, List.of()).stream()
                                                    .filter(call -> later.contains(call.value()))
                                                    .map(Told::at)
                                                    .findFirst()
                                                    .map(
                                                            call ->
                                                                    ChronoUnit.MICROS.between(
                                                                                    at, call)
                                                                            / 1000.0)
                                                    .orElseThrow(
                                                            () ->
                                                                    new IllegalStateException(
                                                                            "a change of hotel "
                                                                                    + hotel
                                                                                    + " was never told"))));
        }
        return latencies;
    }
}
