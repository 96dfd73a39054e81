package io.serai.hotel.room;

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
        int overbooking) {}
