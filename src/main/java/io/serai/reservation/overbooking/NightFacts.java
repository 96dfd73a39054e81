package io.serai.reservation.overbooking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is recorded of the rooms of a night, each kind in the order of time.
 *
 * @param roomType its key
 * @param stock how many rooms there were and were sold
 * @param sales the bookings that moved them
 * @param told what channels were told
 */
record NightFacts(
        int roomType,
        String code,
        String name,
        LocalDate night,
        List<StockChange> stock,
        List<Sale> sales,
        List<Told> told,
        List<Pause> pauses,
        List<Shown> shown) {

    /** The sale that a change of the stock counted; empty where it counted none. */
    Optional<Sale> sale(StockChange change) {
        return sales.stream()
                .filter(it -> it.revision(change.countedUpTo()).isPresent())
                .findFirst();
    }

    /** What a channel was told of rooms, the earliest first. */
    Stream<Told> told(int connection) {
        return told.stream().filter(it -> it.connection() == connection);
    }

    /** What a channel held at a moment. */
    Optional<Told> held(int connection, Instant moment) {
        return told(connection)
                .filter(it -> it.isHeldAt(moment))
                .max(Comparator.comparing(Told::answeredAt));
    }

    /** When a channel first held that nothing was left, of what was sent after a moment. */
    Optional<Told> knew(int connection, Instant after) {
        return told(connection)
                .filter(it -> it.isAccepted() && it.saysNothing() && it.sentAt().isAfter(after))
                .findFirst();
    }
}
