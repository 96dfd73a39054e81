package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/**
 * The connection that leads from a channel's hotel to ours.
 *
 * @param unknownRoomType whose stock a room takes that is not mapped; none: no stock moves
 */
record HotelConnection(int id, int hotelId, @Nullable Integer unknownRoomType) {}
