package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guest asks for, new or as a full replacement.
 *
 * @param ref the guest's own name of the booking; booking it again answers the first one
 * @param force books even what the grid would refuse
 * @param vcc pays by a virtual card; rate ids then end in VCC
 * @param cardZeros the card's lookup failed: all zeros
 */
record BookingForm(
        @Nullable String ref,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        List<RoomForm> rooms,
        @Nullable Map<String, String> booker,
        @Nullable String remarks,
        boolean card,
        boolean vcc,
        boolean cardZeros,
        boolean force) {

    BookingForm {
        if (rooms == null || rooms.isEmpty()) {
            throw new Refusal(400, "321", "rooms is empty (expected: one room or more)");
        }
    }

    /** One room; its own dates outrank the booking's. */
    record RoomForm(
            long room,
            long rate,
            int adults,
            int children,
            @Nullable String guest,
            @Nullable String comment,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            @Nullable Integer index,
            boolean unknownRoom,
            boolean unknownRate) {}

    boolean paysByCard() {
        return card || vcc || cardZeros;
    }
}
