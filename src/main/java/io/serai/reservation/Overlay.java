package io.serai.reservation;

import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a channel's list says of a booking over what its last full message said: dates, rooms,
 * prices and total are the list's; whoever booked, the payment, remarks and services, which no list
 * has, stay. So a list never takes away what a message gave.
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
        return new IncomingReservation(
                listed.hotel(),
                listed.number(),
                kind,
                people.created(),
                null,
                listed.reference(),
                people.brand(),
                listed.currency(),
                listed.total(),
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
        return new Room(
                listed.index(),
                listed.room(),
                listed.name() == null ? known.name() : listed.name(),
                known.mealPlan(),
                listed.total() == null ? known.total() : listed.total(),
                listed.adults() == 0 ? known.adults() : listed.adults(),
                listed.adults() == 0 ? known.children() : listed.children(),
                known.ages(),
                known.guest() == null ? listed.guest() : known.guest(),
                known.remarks(),
                known.cancellation(),
                listed.nights().stream()
                        .map(night -> over(nights.get(night.night()), night))
                        .toList());
    }

    private static Night over(@Nullable Night known, Night listed) {
        return known == null || listed.rate() != null && listed.price() != null
                ? listed
                : new Night(
                        listed.night(),
                        listed.rate() == null ? known.rate() : listed.rate(),
                        known.otherRate(),
                        listed.price() == null ? known.price() : listed.price(),
                        known.fees(),
                        known.promotion());
    }
}
