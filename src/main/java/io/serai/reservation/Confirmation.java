package io.serai.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the port {@code reservations-confirm} is given; {@code
 * mappings/schema/reservations-confirm.json} says the same of its JSON.
 *
 * @param reservations the channel's numbers
 * @param bookings the same reservations, with what else is known of each
 * @param refused why they can never be taken; null when they are committed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Confirmation(
        String queue,
        @Nullable String target,
        List<String> reservations,
        List<Booking> bookings,
        @Nullable String refused) {

    /**
     * One reservation.
     *
     * @param kind {@code new}, {@code modify} or {@code cancel}, as it was delivered
     * @param hotel the channel's number of the hotel
     * @param receipt whatever the channel wants back
     * @param confirmation our own number of it, always the same
     * @param revision the one of our revisions that it is about; null: all there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Booking(
            String number,
            @Nullable String kind,
            @Nullable String hotel,
            @Nullable String receipt,
            @Nullable String confirmation,
            @Nullable Integer revision) {

        Booking confirmedAs(String own, int upTo) {
            return new Booking(number, kind, hotel, receipt, own, upTo);
        }
    }

    Confirmation {
        bookings = List.copyOf(Objects.requireNonNullElse(bookings, List.of()));
    }

    /** The same of some of its reservations. */
    Confirmation of(List<Booking> some) {
        return new Confirmation(
                queue, target, some.stream().map(Booking::number).toList(), some, refused);
    }

    /** Up to which of our revisions each is confirmed, where that is said. */
    Map<String, Integer> revisions() {
        return bookings.stream()
                .filter(booking -> booking.revision() != null)
                .collect(Collectors.toMap(Booking::number, Booking::revision, Math::max));
    }

    Confirmation of(Predicate<Booking> which) {
        return of(bookings.stream().filter(which).toList());
    }
}
