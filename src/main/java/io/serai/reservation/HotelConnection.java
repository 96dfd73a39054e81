package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/**
 * The connection that leads from a channel's hotel to ours.
 *
 * @param timeZone the hotel's
 * @param unknownRoomType whose stock a room takes that is not mapped; none: no stock moves
 */
record HotelConnection(int id, int hotelId, String timeZone, @Nullable Integer unknownRoomType) {}
