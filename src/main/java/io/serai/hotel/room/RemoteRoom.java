package io.serai.hotel.room;

import org.jspecify.annotations.Nullable;

/**
 * A room of a channel and how many of the rooms left it gets.
 *
 * @param id its key
 * @param connection the connection's key
 * @param room the channel's own id of it
 * @param name what the channel calls it
 * @param roomType the key of the room type that it is here; null: of none yet
 * @param mostRooms at most so many of the rooms left are sold there; null: all
 * @param lastRooms when so many rooms or fewer are left, none is sold there; null: also the last
 */
public record RemoteRoom(
        String id,
        String connection,
        String room,
        @Nullable String name,
        @Nullable String roomType,
        @Nullable Integer mostRooms,
        @Nullable Integer lastRooms) {}
