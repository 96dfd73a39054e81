package io.serai.reservation;

import io.serai.reservation.IncomingReservation.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says of a booking beside its people: stay, prices and who collects them. */
final class Nameless {

    private Nameless() {}

    /** The same without booker, guests, remarks, memberships and card. */
    static IncomingReservation of(IncomingReservation told) {
        return new IncomingReservation(
                told.hotel(),
                told.number(),
                told.kind(),
                told.created(),
                told.changed(),
                told.reference(),
                told.brand(),
                told.currency(),
                told.total(),
                told.tax(),
                told.commission(),
                null,
                payment(told.payment()),
                List.of(),
                List.of(),
                List.of(),
                told.rooms().stream().map(Nameless::room).toList(),
                told.services());
    }

    private static Room room(Room told) {
        return new Room(
                told.index(),
                told.room(),
                told.name(),
                told.mealPlan(),
                told.total(),
                told.adults(),
                told.children(),
                told.ages(),
                null,
                List.of(),
                told.cancellation(),
                told.nights());
    }

    private static @Nullable Payment payment(@Nullable Payment told) {
        return told == null
                ? null
                : new Payment(
                        told.collect(),
                        told.method(),
                        told.amount(),
                        told.currency(),
                        told.basis(),
                        told.prices(),
                        null);
    }
}
