package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guest asks for, new or as a full replacement; the same form as at the other stand-in.
 *
 * @param ref the guest's own name of the booking; booking it again answers the first one
 * @param booker firstName, middleName, lastName, phone, email
 * @param card pays by card: by the guest's own where the hotel collects, else Expedia by its own
 * @param force books even what the nights would refuse
 * @param collect where a rate plan is sold both ways; Expedia collects if absent
 * @param source the brand; Expedia if absent
 */
public record BookingForm(
        @Nullable String ref,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        List<RoomForm> rooms,
        @Nullable Map<String, String> booker,
        @Nullable String remarks,
        boolean card,
        boolean force,
        @Nullable Collect collect,
        @Nullable String source,
        @Nullable String promotion,
        @Nullable List<SpecialRequest> requests) {

    public BookingForm {
        if (rooms == null || rooms.size() != 1) {
            throw new Refusal(
                    400, "394", "rooms is not one room (expected: a booking for each room)");
        }
    }

    /**
     * The room.
     *
     * @param childAges of the children; each is 7 if absent
     * @param unknownRoom messages name a room type that the hotel does not have
     * @param unknownRate messages name a rate plan that the hotel does not have
     */
    public record RoomForm(
            String room,
            String rate,
            int adults,
            int children,
            @Nullable List<Integer> childAges,
            @Nullable String guest,
            @Nullable String comment,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            boolean unknownRoom,
            boolean unknownRate) {}

    /** The one room. */
    public RoomForm room() {
        return rooms.get(0);
    }
}
