package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.hotel.Money;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.detail.ToldRevisions.Told;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the total of a cancelled booking is: what its cancellation told, else as it was booked.
 * Channels name a fee as the total, or beside a total of 0, or not at all.
 */
final class CancelledTotal {

    private CancelledTotal() {}

    /**
     * In words.
     *
     * @param cancellation as it was told; null: it is erased
     */
    static String words(@Nullable IncomingReservation cancellation, @Nullable String currency) {
        if (cancellation == null) {
            return "as it was told last";
        }
        BigDecimal beside = besideTotal(cancellation);
        if (beside.signum() > 0) {
            return "fee kept for the cancellation: " + Money.of(beside, currency);
        }
        if (cancellation.total() == null) {
            return "as booked: the cancellation named no fee";
        }
        return cancellation.total().value().signum() == 0
                ? "cancelled free of charge"
                : "fee kept for the cancellation";
    }

    /** The same, and what it was booked for where the cancellation's own total stands there. */
    static String words(List<Told> told, @Nullable String currency) {
        IncomingReservation cancellation = null;
        Amount booked = null;
        for (Told each : told) {
            if (each.kind().equals("cancel")) {
                cancellation = each.said();
            } else if (each.said() != null) {
                booked = each.said().total();
            }
        }
        boolean other = cancellation != null && cancellation.total() != null && booked != null;
        return words(cancellation, currency)
                + (other
                        ? "; it was booked for "
                                + Money.of(Objects.requireNonNull(booked).value(), currency)
                        : "");
    }

    /** What is to be paid of a stay of which nothing is left: the fee, named as a service. */
    private static BigDecimal besideTotal(IncomingReservation cancellation) {
        return cancellation.rooms().isEmpty()
                ? cancellation.services().stream()
                        .map(Service::price)
                        .filter(Objects::nonNull)
                        .map(Amount::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
    }
}
