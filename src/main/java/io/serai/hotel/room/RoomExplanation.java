package io.serai.hotel.room;

import io.serai.ari.RoomSteps;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why so many rooms of a room type are left on a night, and what each channel is to have and has of
 * them.
 *
 * @param roomType the room type's key
 * @param code the hotel's own name of it
 * @param written whether anybody wrote the night; one that nobody wrote is closed
 * @param size rooms of this type that the house has now
 * @param reservations those that hold the rooms sold
 * @param left rooms left to sell: what the last of the steps says
 * @param oversold whether more rooms are sold than may be
 * @param closed whether the room type is closed on the night: a stop-sell
 * @param countedUpTo the latest revision of a reservation that moved the rooms sold; 0: none
 * @param steps from the rooms offered to those left
 */
public record RoomExplanation(
        String roomType,
        String code,
        LocalDate night,
        boolean written,
        int size,
        int offered,
        int overbooking,
        int sold,
        List<Holder> reservations,
        int heldBack,
        int outOfOrder,
        int safetyStock,
        int left,
        boolean oversold,
        boolean closed,
        String countedUpTo,
        List<Step> steps,
        List<Share> connections) {

    /**
     * A reservation that holds rooms.
     *
     * @param number the channel's own
     * @param provider the channel's code
     * @param rooms how many of the room type it holds on the night
     */
    public record Holder(String id, String number, String provider, int rooms) {}

    /** A step of the reckoning, by the words of {@link RoomSteps.Kind}. */
    public record Step(String kind, int before, int after) {}

    /**
     * What a connection is to have, and has.
     *
     * @param connection its key
     * @param name how the hotel calls it
     * @param room the key of the channel's room
     * @param remoteRoom the channel's own id of it
     * @param lastRooms as in {@link RemoteRoom}
     * @param mostRooms as in {@link RemoteRoom}
     * @param wanted rooms it is to have; null: none are told
     * @param wantedClosed whether it is to have it closed; null: that is not told
     * @param held rooms it was last told, less what it sold since by itself; null: never told
     * @param heldClosed whether it was told that it is closed; null: never told
     * @param state {@code same}, {@code waiting}, {@code unknown}, {@code refused}, {@code
     *     inherited} or {@code not-sent}
     * @param why the same for people, with the channel's words where it refused
     * @param steps from the rooms left to those wanted
     */
    public record Share(
            String connection,
            String name,
            String room,
            String remoteRoom,
            @Nullable Integer lastRooms,
            @Nullable Integer mostRooms,
            @Nullable Integer wanted,
            @Nullable Boolean wantedClosed,
            @Nullable Integer held,
            @Nullable Boolean heldClosed,
            String state,
            String why,
            List<Step> steps) {}
}
