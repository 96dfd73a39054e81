package io.serai.console.payments;

import io.serai.console.ChannelNames;
import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.payment.BookedPayments;
import io.serai.payment.Charging;
import io.serai.payment.RefundWays;
import io.serai.reservation.detail.BookingDetail;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how bookings are paid for their panels. */
@Component
class PaymentSheets {

    private final Desk desk;
    private final BookedPayments payments;
    private final RefundWays ways;
    private final ChannelNames channels;
    private final Clock clock;

    PaymentSheets(
            Desk desk,
            BookedPayments payments,
            RefundWays ways,
            ChannelNames channels,
            Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.payments = payments;
        this.ways = ways;
        this.clock = clock;
    }

    private record Booked(String provider, @Nullable BigDecimal total) {}

    /**
     * One booking's; empty where nothing is known of its payment.
     *
     * @throws NotHere when the hotel has no such booking, or is none of the user's
     */
    Optional<PaymentSheet> find(SignedIn user, int hotel, long booking) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    Booked booked =
                            database.sql("select provider, total from reservations where id = ?")
                                    .param(booking)
                                    .query(Booked.class)
                                    .optional()
                                    .orElseThrow(() -> new NotHere("booking " + booking));
                    return payments.find(database, booking)
                            .map(
                                    payment ->
                                            new PaymentSheet(
                                                    payment,
                                                    Charging.of(database, booking),
                                                    ways.of(database, payment),
                                                    booked.total(),
                                                    booked.provider().equals(BookingDetail.DIRECT)
                                                            ? null
                                                            : channels.of(booked.provider()),
                                                    here.zone(),
                                                    here.today(clock)));
                });
    }
}
