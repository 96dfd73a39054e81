package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.CallLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts guests and their bookings together. */
public class BookingBeans {

    @Bean
    Bookings bookings(JdbcClient jdbc) {
        return new Bookings(jdbc);
    }

    @Bean
    Transactions transactions(JdbcClient jdbc, Clock clock) {
        return new Transactions(jdbc, clock);
    }

    @Bean
    Expiry expiry(Environment settings) {
        return new Expiry(
                time(settings, "same-day"),
                time(settings, "next-day"),
                time(settings, "later"),
                time(settings, "pushed"));
    }

    @Bean
    Guests guests(
            Nights nights,
            Accounts accounts,
            Bookings bookings,
            Transactions transactions,
            Expiry expiry,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Environment settings) {
        return new Guests(
                new Sales(
                        new Offer(nights, clock),
                        nights,
                        settings.getRequiredProperty("sandbox.expedia.replenish", Boolean.class)),
                accounts,
                bookings,
                transactions,
                expiry,
                jdbc,
                transaction,
                clock);
    }

    @Bean
    RouterFunction<ServerResponse> guestControl(
            Hotels hotels, Guests guests, Bookings bookings, Transactions transactions) {
        return new GuestControl(hotels, guests, bookings, transactions).routes();
    }

    @Bean
    RouterFunction<ServerResponse> counterControl(
            CallLog calls,
            Transactions transactions,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        return new CounterControl(calls, transactions, jdbc, transaction).routes();
    }

    private static Duration time(Environment settings, String name) {
        return settings.getRequiredProperty("sandbox.expedia.expiry." + name, Duration.class);
    }
}
