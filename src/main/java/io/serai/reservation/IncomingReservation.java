package io.serai.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.channel.Amount;
import io.serai.vault.SecretMask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as a channel tells it, in Serai's own words: the canonical message of the port
 * reservations-poll. It is the whole picture, never a difference, and holds a card only by its
 * token, one in a remark masked. Rooms are in order of index, nights of time, however sent.
 *
 * @param hotel the channel's number of the hotel; a cancellation may come without
 * @param number the channel's own reservation number
 * @param created when the guest booked, in the channel's own zone
 * @param changed when this booking, change or cancellation happened at the channel; of two messages
 *     the newer one stands
 * @param reference the channel's reference of the answer it came in
 * @param brand the brand of the channel that the guest saw
 * @param total of the whole stay, in {@code currency}
 * @param notes what the guest wrote: kept over changes that do not repeat it
 * @param rooms none in a cancellation that names none
 */
public record IncomingReservation(
        @Nullable String hotel,
        String number,
        Kind kind,
        @Nullable LocalDateTime created,
        @Nullable Instant changed,
        @Nullable String reference,
        @Nullable String brand,
        @Nullable String currency,
        @Nullable Amount total,
        @Nullable Amount tax,
        @Nullable Amount commission,
        @Nullable Booker booker,
        @Nullable Payment payment,
        List<String> remarks,
        List<String> notes,
        List<Loyalty> loyalty,
        List<Room> rooms,
        List<Service> services) {

    private static final int LONGEST_NUMBER = 64;

    /** What the channel says happened; the same content may come as new or as a change. */
    public enum Kind {
        @JsonProperty("new")
        NEW,
        @JsonProperty("modify")
        MODIFY,
        @JsonProperty("cancel")
        CANCEL
    }

    public IncomingReservation {
        Require.text("number", number);
        Require.that(number.length() <= LONGEST_NUMBER, "number", number, "64 characters at most");
        Require.that(kind != null, "kind", kind, "new, modify or cancel");
        remarks = withoutCards(remarks);
        notes = withoutCards(notes);
        loyalty = listOf(loyalty);
        rooms = listOf(rooms).stream().sorted(Comparator.comparing(Room::index)).toList();
        services = listOf(services);
        if (kind != Kind.CANCEL) {
            Require.text("hotel", hotel);
            Require.that(!rooms.isEmpty(), "rooms", rooms.size(), "at least one");
            rooms.forEach(room -> Require.that(room.isStay(), "nights", 0, "at least one a room"));
        }
        var indexes = rooms.stream().map(Room::index).distinct().count();
        Require.that(indexes == rooms.size(), "rooms", indexes + " indexes", "one for each room");
    }

    boolean isCancelled() {
        return kind == Kind.CANCEL;
    }

    /** The rooms with nights: all but those a cancellation only mentions. */
    Stream<Room> stays() {
        return rooms.stream().filter(Room::isStay);
    }

    @Override
    public String toString() {
        return "reservation " + number + " (" + kind + ")";
    }

    /** Who booked; perhaps no guest. */
    public record Booker(
            @Nullable String given,
            @Nullable String surname,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String city,
            @Nullable String zip,
            @Nullable String country,
            @Nullable String company) {

        @Override
        public String toString() {
            return "booker";
        }
    }

    /**
     * One room of the reservation.
     *
     * @param index the channel's own number of this room within the reservation
     * @param room the channel's own number of the room type
     */
    public record Room(
            String index,
            String room,
            @Nullable String name,
            @Nullable String mealPlan,
            @Nullable Amount total,
            int adults,
            int children,
            List<Integer> ages,
            @Nullable String guest,
            List<String> remarks,
            List<Penalty> cancellation,
            List<Night> nights) {

        public Room {
            Require.text("index", index);
            Require.text("room", room);
            ages = listOf(ages);
            remarks = withoutCards(remarks);
            cancellation = listOf(cancellation);
            nights = listOf(nights).stream().sorted(Comparator.comparing(Night::night)).toList();
            var different = nights.stream().map(Night::night).distinct().count();
            Require.that(different == nights.size(), "nights", different + " dates", "one a night");
        }

        boolean isStay() {
            return !nights.isEmpty();
        }

        LocalDate arrival() {
            return nights.get(0).night();
        }

        LocalDate departure() {
            return nights.get(nights.size() - 1).night().plusDays(1);
        }

        @Override
        public String toString() {
            return "room " + index;
        }
    }

    /**
     * A night of a room.
     *
     * @param rate the channel's own number of the rate
     * @param otherRate another number under which the channel may list the same rate
     * @param fees what it costs beside its price
     */
    public record Night(
            LocalDate night,
            @Nullable String rate,
            @Nullable String otherRate,
            @Nullable Amount price,
            @Nullable Amount fees,
            @Nullable String promotion) {

        public Night {
            Require.that(night != null, "night", night, "a date");
        }
    }

    /** What cancelling costs from a moment on; the moment as the channel wrote it. */
    public record Penalty(@Nullable String from, @Nullable Amount amount) {}

    /** Something booked beside the rooms. */
    public record Service(
            @Nullable String kind,
            @Nullable String name,
            @Nullable Integer persons,
            @Nullable Integer nights,
            @Nullable Amount price) {}

    private static List<String> withoutCards(@Nullable List<String> remarks) {
        return listOf(remarks).stream().map(SecretMask::mask).toList();
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
