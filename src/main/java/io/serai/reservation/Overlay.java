package io.serai.reservation;

import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a channel's list says of a booking over what its last full message said: dates, rooms,
 * prices and total are the list's, where it says them; whoever booked, the payment, remarks and
 * services, which no list has, stay, and so do adults and children of as many guests. So a list
 * never takes away what a message gave.
 */
final class Overlay {

    private Overlay() {}

    /**
     * The booking as it stands there.
     *
     * @param full the last full message; null where there is none, or it was erased
     */
    static IncomingReservation over(
            @Nullable IncomingReservation full, IncomingReservation listed) {
        if (listed.isCancelled()) {
            return change(full, listed, Kind.CANCEL, List.of());
        }
        Map<String, Room> known =
                full == null
                        ? Map.of()
                        : full.rooms().stream()
                                .collect(Collectors.toMap(Room::index, Function.identity()));
        return change(
                full,
                listed,
                Kind.MODIFY,
                listed.rooms().stream().map(room -> over(known.get(room.index()), room)).toList());
    }

    private static IncomingReservation change(
            @Nullable IncomingReservation full,
            IncomingReservation listed,
            Kind kind,
            List<Room> rooms) {
        IncomingReservation people = full == null ? listed : full;
        String currency = listed.currency() == null ? people.currency() : listed.currency();
        boolean keepsTotal =
                kind != Kind.CANCEL
                        && listed.total() == null
                        && Objects.equals(currency, people.currency());
        return new IncomingReservation(
                listed.hotel(),
                listed.number(),
                kind,
                people.created(),
                null,
                listed.reference(),
                people.brand(),
                currency,
                keepsTotal ? people.total() : listed.total(),
                people.tax(),
                listed.commission() == null ? people.commission() : listed.commission(),
                people.booker(),
                full == null || kind == Kind.CANCEL ? null : full.payment(),
                people.remarks(),
                people.notes(),
                people.loyalty(),
                rooms,
                kind == Kind.CANCEL ? List.of() : people.services());
    }

    private static Room over(@Nullable Room known, Room listed) {
        if (known == null) {
            return listed;
        }
        Map<LocalDate, Night> nights =
                known.nights().stream().collect(Collectors.toMap(Night::night, night -> night));
        boolean asMany =
                listed.adults() == 0
                        || listed.adults() + listed.children() == known.adults() + known.children();
        return new Room(
                listed.index(),
                listed.room(),
                listed.name() == null ? known.name() : listed.name(),
                known.mealPlan(),
                listed.total() == null ? known.total() : listed.total(),
                asMany ? known.adults() : listed.adults(),
                asMany ? known.children() : listed.children(),
                asMany ? known.ages() : listed.ages(),
                known.guest() == null ? listed.guest() : known.guest(),
                known.remarks(),
                known.cancellation(),
                listed.nights().stream()
                        .map(night -> over(nights.get(night.night()), night))
                        .toList());
    }

    private static Night over(@Nullable Night known, Night listed) {
        if (known == null) {
            return listed;
        }
        boolean sameRate =
                listed.rate() == null
                        || listed.rate().equals(known.rate())
                        || listed.rate().equals(known.otherRate());
        return new Night(
                listed.night(),
                sameRate ? known.rate() : listed.rate(),
                sameRate ? known.otherRate() : listed.otherRate(),
                listed.price() == null ? known.price() : listed.price(),
                known.fees(),
                known.promotion());
    }
}
