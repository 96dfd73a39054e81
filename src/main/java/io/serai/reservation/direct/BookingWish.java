package io.serai.reservation.direct;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.Payment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as somebody wants it, whole.
 *
 * @param arrival the first night of all rooms
 * @param departure the day after the last night
 * @param taxes as the hotel reckons them, within what is paid; null: not told apart
 * @param payment null: as it was, or not said
 * @param quoted what it is to cost in all: another price by now refuses it; null: whatever it costs
 * @param hotelNumber under which the hotel's own system keeps it; null: as it was
 */
public record BookingWish(
        LocalDate arrival,
        LocalDate departure,
        List<RoomWish> rooms,
        Booker booker,
        List<String> remarks,
        List<Service> services,
        @Nullable Amount taxes,
        @Nullable Payment payment,
        @Nullable Amount quoted,
        @Nullable String hotelNumber) {

    public BookingWish {
        rooms = List.copyOf(rooms);
        remarks = List.copyOf(remarks);
        services = List.copyOf(services);
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return rooms.size() + " rooms from " + arrival + " to " + departure;
    }

    /**
     * A room of it.
     *
     * @param index its number within the booking, the same after every change
     * @param roomType the code of the room type
     * @param ratePlan the code of the rate plan
     * @param ages of the children, as far as they are known
     * @param guest who stays there
     * @param prices of each night, in order; null: what the plan costs
     */
    public record RoomWish(
            String index,
            String roomType,
            String ratePlan,
            int adults,
            int children,
            List<Integer> ages,
            @Nullable String guest,
            List<String> remarks,
            @Nullable List<Amount> prices) {

        public RoomWish {
            ages = List.copyOf(ages);
            remarks = List.copyOf(remarks);
            prices = prices == null ? null : List.copyOf(prices);
        }

        @Override
        public String toString() {
            return "room " + index;
        }
    }
}
