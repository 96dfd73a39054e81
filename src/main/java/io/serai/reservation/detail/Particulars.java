package io.serai.reservation.detail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Penalty;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.People;
import io.serai.reservation.Words;
import io.serai.reservation.detail.DetailRows.Head;
import io.serai.reservation.detail.DetailRows.RoomRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a booking says besides rooms, people and prices.
 *
 * @param rooms by the index of the room
 */
record Particulars(
        @Nullable BigDecimal tax, List<Service> services, Words words, Map<String, OfRoom> rooms) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What it says of a room. */
    record OfRoom(@Nullable String mealPlan, List<Integer> ages, List<Penalty> cancellation) {

        static final OfRoom NOTHING = new OfRoom(null, List.of(), List.of());
    }

    OfRoom ofRoom(String index) {
        return rooms.getOrDefault(index, OfRoom.NOTHING);
    }

    /** As they are kept beside the booking. */
    static Particulars kept(Head head, List<RoomRow> rooms, People people) {
        var key = head.personKey();
        var sealed = head.wordsSealed();
        return new Particulars(
                head.tax(),
                list(head.services(), new TypeReference<>() {}),
                key == null || sealed == null ? Words.NONE : people.openWords(key, sealed),
                rooms.stream()
                        .collect(
                                Collectors.toMap(
                                        RoomRow::roomIndex,
                                        room ->
                                                new OfRoom(
                                                        room.mealPlan(),
                                                        list(room.ages(), new TypeReference<>() {}),
                                                        list(
                                                                room.cancellation(),
                                                                new TypeReference<>() {})))));
    }

    /**
     * As its last revision that was no cancellation says: how bookings are kept that were not told
     * anew since Serai keeps them otherwise.
     */
    static Particulars sealed(Optional<IncomingReservation> told) {
        return told.map(
                        it ->
                                new Particulars(
                                        it.tax() == null ? null : it.tax().value(),
                                        it.services(),
                                        new Words(it.remarks(), it.loyalty()),
                                        it.rooms().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                IncomingReservation.Room::index,
                                                                Particulars::of))))
                .orElseGet(() -> new Particulars(null, List.of(), Words.NONE, Map.of()));
    }

    private static OfRoom of(IncomingReservation.Room room) {
        return new OfRoom(room.mealPlan(), room.ages(), room.cancellation());
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        try {
            return json == null ? List.of() : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of a booking is not readable", e);
        }
    }
}
