package io.serai.reservation;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Penalty;
import io.serai.reservation.IncomingReservation.Room;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room of a booking as the statement that stores it takes it, with what is sealed in Base64. */
record RoomRow(
        String index,
        String room,
        @Nullable String name,
        int adults,
        int children,
        LocalDate arrival,
        LocalDate departure,
        @Nullable Amount total,
        @Nullable String guest,
        @Nullable String nameHash,
        @Nullable String remarks,
        @Nullable String mealPlan,
        List<Integer> ages,
        List<Penalty> cancellation,
        List<Night> nights) {

    static RoomRow of(Room room, SealedPeople people) {
        var guest = people.guests().get(room.index());
        return new RoomRow(
                room.index(),
                room.room(),
                room.name(),
                room.adults(),
                room.children(),
                room.arrival(),
                room.departure(),
                room.total(),
                guest == null ? null : text(guest.sealed()),
                guest == null ? null : text(guest.nameHash()),
                text(people.remarks().get(room.index())),
                room.mealPlan(),
                room.ages(),
                room.cancellation(),
                room.nights());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
