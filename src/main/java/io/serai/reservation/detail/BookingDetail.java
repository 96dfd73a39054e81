package io.serai.reservation.detail;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Penalty;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.Loyalty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands. Amounts are in its currency, with that currency's decimals. Nothing of a
 * card but its last four digits; people are null once they were erased.
 *
 * @param id its key
 * @param hotel the hotel's key; null: no connection leads to a hotel
 * @param channel as its connection names it; {@code direct}: taken by the hotel itself
 * @param connection the connection's key; null for a direct booking
 * @param number the channel's own
 * @param hotelNumber under which the hotel's own system keeps it
 * @param brand of the channel, that the guest saw
 * @param status {@code booked}, {@code modified}, {@code cancelled} or {@code no-show}
 * @param version how many revisions it had; the current one's number
 * @param taxes of the whole stay, where they are told apart
 * @param commission of the channel
 * @param bookedAt when the guest booked, where that is told
 * @param confirmedAt when the hotel confirmed a direct booking
 * @param remarks about the whole booking
 * @param revisions oldest first
 */
public record BookingDetail(
        String id,
        @Nullable String hotel,
        String channel,
        @Nullable String connection,
        String number,
        @Nullable String hotelNumber,
        @Nullable String brand,
        String status,
        int version,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        @Nullable String currency,
        @Nullable Amount total,
        @Nullable Amount taxes,
        @Nullable Amount commission,
        @Nullable Instant bookedAt,
        @Nullable Instant confirmedAt,
        Instant createdAt,
        Instant updatedAt,
        boolean oversold,
        boolean unmapped,
        boolean rejected,
        @Nullable Booker booker,
        List<Room> rooms,
        List<Service> services,
        List<String> remarks,
        List<Loyalty> loyalty,
        @Nullable Payment payment,
        List<Revision> revisions) {

    /** Whether the hotel took it itself. */
    public boolean takenByHotel() {
        return channel.equals(DIRECT);
    }

    /** The channel of what the hotel takes itself. */
    public static final String DIRECT = "direct";

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return "booking " + number + " (" + channel + "), revision " + version + ", " + status;
    }

    /**
     * A room of it.
     *
     * @param index its number within the booking
     * @param roomType the code of the room type; null: it has no meaning here yet
     * @param remoteRoom the channel's own number of the room
     * @param name what the channel calls it
     * @param guest who stays there
     * @param ages of the children
     * @param remarks about this room, one a line
     * @param cancellation what cancelling costs, from when on
     */
    public record Room(
            String index,
            @Nullable String roomType,
            String remoteRoom,
            @Nullable String name,
            @Nullable String mealPlan,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            int children,
            List<Integer> ages,
            @Nullable String guest,
            @Nullable String remarks,
            @Nullable Amount total,
            List<Penalty> cancellation,
            List<Night> nights) {

        @Override
        public String toString() {
            return "room " + index;
        }
    }

    /**
     * A night of a room.
     *
     * @param ratePlan the code of the rate plan; null: it has no meaning here yet
     * @param remoteRate the channel's own number of the rate
     * @param fees what it costs beside its price
     * @param counted whether a room is taken from those to sell
     */
    public record Night(
            LocalDate night,
            @Nullable String ratePlan,
            @Nullable String remoteRate,
            @Nullable Amount price,
            @Nullable Amount fees,
            @Nullable String promotion,
            boolean counted) {}

    /**
     * How it is paid.
     *
     * @param collector {@code channel}, {@code hotel} or {@code unknown}
     * @param kind {@code guest-card}, {@code virtual-card}, {@code bank-transfer}, {@code cash},
     *     {@code none} or {@code unknown}
     * @param amount what the hotel may charge or claim
     * @param chargeableFrom the first day a virtual card may be charged
     * @param status {@code expected} or {@code cancelled}
     */
    public record Payment(
            String collector,
            String kind,
            @Nullable Amount amount,
            @Nullable String currency,
            @Nullable String cardLastFour,
            @Nullable LocalDate chargeableFrom,
            String status) {}

    /**
     * One time that it was told.
     *
     * @param id its number, in the order of commits within the hotel
     * @param revision its number within the booking, from 1
     * @param kind {@code new}, {@code modify}, {@code cancel}, {@code no-show} or {@code confirm}
     * @param receivedAt when Serai took it
     * @param changedAt when it happened at the channel, where that is told
     * @param acknowledgedAt when the channel took our confirmation
     * @param confirmBy until when it must be confirmed at the channel; null: it need not, or is
     * @param confirmWords why the channel did not take our confirmation
     */
    public record Revision(
            String id,
            int revision,
            String kind,
            Instant receivedAt,
            @Nullable Instant changedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant confirmBy,
            @Nullable String confirmWords) {}
}
