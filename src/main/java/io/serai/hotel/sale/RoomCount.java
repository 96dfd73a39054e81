package io.serai.hotel.sale;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How many rooms of each room type on each night. */
public record RoomCount(Map<RoomCount.Night, Integer> rooms) {

    /** None. */
    public static final RoomCount NONE = new RoomCount(Map.of());

    /**
     * A night of a room type.
     *
     * @param roomType its key
     */
    public record Night(int roomType, LocalDate night) implements Comparable<Night> {

        @Override
        public int compareTo(Night other) {
            return roomType == other.roomType
                    ? night.compareTo(other.night)
                    : Integer.compare(roomType, other.roomType);
        }
    }

    public RoomCount {
        rooms = Map.copyOf(rooms);
    }

    /** Counts nights, one room for each time that one is named. */
    public static RoomCount of(Collection<Night> nights) {
        var rooms = new HashMap<Night, Integer>();
        nights.forEach(night -> rooms.merge(night, 1, Integer::sum));
        return new RoomCount(rooms);
    }

    int at(int roomType, LocalDate night) {
        return rooms.getOrDefault(new Night(roomType, night), 0);
    }
}
