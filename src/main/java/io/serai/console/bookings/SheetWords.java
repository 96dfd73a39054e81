package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.console.Times;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.detail.BookingDetail.Payment;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words who booked and how it is paid. */
final class SheetWords {

    private SheetWords() {}

    static String payment(@Nullable Payment payment, Function<Amount, String> money) {
        if (payment == null) {
            return "";
        }
        String to =
                switch (payment.collector()) {
                    case "channel" -> "to the channel";
                    case "hotel" -> "to the hotel";
                    default -> "";
                };
        return Stream.of(
                        to,
                        payment.kind().replace('-', ' '),
                        payment.cardLastFour() == null ? "" : "ending " + payment.cardLastFour(),
                        payment.amount() == null ? "" : money.apply(payment.amount()),
                        payment.chargeableFrom() == null
                                ? ""
                                : "from " + Times.date(payment.chargeableFrom()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
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
