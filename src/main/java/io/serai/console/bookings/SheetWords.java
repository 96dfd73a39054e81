package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.console.PayingWords;
import io.serai.console.Times;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Payment;
import io.serai.reservation.detail.BookingDetail.Room;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words who booked and how it is paid. */
final class SheetWords {

    private SheetWords() {}

    /** Who takes the guest's money, by what, and how much of it. */
    static String payment(
            BookingDetail booking, String channelName, Function<Amount, String> money) {
        String channel = booking.takenByHotel() ? null : channelName;
        Payment payment = booking.payment();
        if (payment == null) {
            return channel == null ? collects("hotel", null) : "";
        }
        String by = PayingWords.by(payment.kind(), channel);
        String card = payment.cardLastFour() == null ? "" : " ending " + payment.cardLastFour();
        return Stream.of(
                        collects(payment.collector(), channel),
                        PayingWords.isTold(payment.kind()) ? "by " + by + card : by,
                        payment.amount() == null ? "" : money.apply(payment.amount()),
                        payment.chargeableFrom() == null
                                ? ""
                                : "from " + Times.date(payment.chargeableFrom()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String collects(String collector, @Nullable String channel) {
        if (channel == null || collector.equals("hotel")) {
            return "the hotel collects it from the guest";
        }
        return collector.equals("channel")
                ? channel + " collects it from the guest"
                : channel + " did not say who collects it";
    }

    /** What cancelling a room costs, from when on; empty where that was not told. */
    static String cancelling(Room room, Function<Amount, String> money) {
        return room.cancellation().isEmpty()
                ? ""
                : room.cancellation().stream()
                        .map(
                                it ->
                                        money.apply(it.amount())
                                                + (it.from() == null ? "" : " from " + it.from()))
                        .collect(Collectors.joining(", ", "cancelling costs ", ""));
    }

    static String booker(@Nullable Booker booker) {
        return booker == null
                ? ""
                : Stream.of(
                                Stream.of(booker.given(), booker.surname())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" ")),
                                booker.company(),
                                booker.email(),
                                booker.phone(),
                                booker.address(),
                                Stream.of(booker.zip(), booker.city())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" ")),
                                booker.country())
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(", "));
    }
}
