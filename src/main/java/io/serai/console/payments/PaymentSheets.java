package io.serai.console.payments;

import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.payment.BookedPayments;
import io.serai.payment.Charging;
import io.serai.payment.RefundWays;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how bookings are paid for their panels. */
@Component
class PaymentSheets {

    private final Desk desk;
    private final BookedPayments payments;
    private final RefundWays ways;
    private final Clock clock;

    PaymentSheets(Desk desk, BookedPayments payments, RefundWays ways, Clock clock) {
        this.desk = desk;
        this.payments = payments;
        this.ways = ways;
        this.clock = clock;
    }

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
                    boolean there =
                            database.sql("select exists (select from reservations where id = ?)")
                                    .param(booking)
                                    .query(Boolean.class)
                                    .single();
                    if (!there) {
                        throw new NotHere("booking " + booking);
                    }
                    return payments.find(database, booking)
                            .map(
                                    payment ->
                                            new PaymentSheet(
                                                    payment,
                                                    Charging.of(database, booking),
                                                    ways.of(database, payment),
                                                    here.zone(),
                                                    here.today(clock)));
                });
    }
}
