package io.serai.hotel.room;

import io.serai.hotel.plan.Named;
import io.serai.hotel.plan.PlanRefused;

/**
 * A room type and how its rooms are sold.
 *
 * @param id its key
 * @param code the hotel's own
 * @param name what guests call it
 * @param size rooms of this type that the house has: offered on nights that come newly into the
 *     horizon
 * @param maxGuests the most guests of a room
 * @param safetyStock rooms that no channel is told of, on nights that say nothing else
 * @param overbooking rooms that may be sold beyond those offered, on nights that say nothing else
 */
public record RoomType(
        String id,
        String code,
        String name,
        int size,
        int maxGuests,
        int safetyStock,
        int overbooking) {

    /** The most guests that a room may take. */
    public static final int MOST_GUESTS = 50;

    /**
     * Itself, where it can be meant.
     *
     * @throws PlanRefused naming the field that cannot
     */
    public RoomType meant() {
        Named.demand(code, name);
        rooms("size", size);
        rooms("safetyStock", safetyStock);
        rooms("overbooking", overbooking);
        if (maxGuests < 1 || maxGuests > MOST_GUESTS) {
            throw PlanRefused.of(
                    "maxGuests", Integer.toString(maxGuests), "1 to " + MOST_GUESTS + " guests");
        }
        return this;
    }

    private static void rooms(String field, int rooms) {
        if (rooms < 0 || rooms > Short.MAX_VALUE) {
            throw PlanRefused.of(
                    field, Integer.toString(rooms), "0 to " + Short.MAX_VALUE + " rooms");
        }
    }
}
