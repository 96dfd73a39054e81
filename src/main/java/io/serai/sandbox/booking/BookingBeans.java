package io.serai.sandbox.booking;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.ari.Grid;
import io.serai.sandbox.ari.Sold;
import io.serai.sandbox.ari.StayPrices;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts guests and queues together. */
public class BookingBeans {

    private static final String VERSION = "2.001";

    @Bean
    BookingReader bookingReader(JdbcClient jdbc) {
        return new BookingReader(jdbc);
    }

    @Bean
    PaidBookings paidBookings(BookingReader reader) {
        return new PaidBookings(reader);
    }

    @Bean
    Sold sold(JdbcClient jdbc) {
        return new SoldNights(jdbc);
    }

    @Bean
    RouterFunction<ServerResponse> counterControl(
            CallLog calls, QueueRows queues, JdbcClient jdbc) {
        return new CounterControl(calls, queues, jdbc).routes();
    }

    @Bean
    Guests guests(
            Grid grid,
            StayPrices stayPrices,
            BookingReader reader,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock,
            Environment settings) {
        return new Guests(
                new Offer(grid, new Prices(stayPrices), new Restrictions(clock)),
                grid,
                new BookingRows(jdbc, batches, reader),
                transaction,
                clock,
                settings.getRequiredProperty("sandbox.guests.replenish", Boolean.class));
    }

    @Bean
    HotelActs hotelActs(
            Grid grid,
            BookingReader reader,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock,
            Environment settings) {
        return new HotelActs(
                grid,
                new BookingRows(jdbc, batches, reader),
                clock,
                settings.getRequiredProperty("sandbox.guests.replenish", Boolean.class),
                settings.getRequiredProperty("sandbox.reporting.tells", Boolean.class));
    }

    @Bean
    QueueRows queueRows(JdbcClient jdbc, BookingReader reader, Clock clock, Environment settings) {
        return new QueueRows(jdbc, reader, clock, time(settings, "fallback-after"));
    }

    @Bean
    Pace pace(Environment settings) {
        return new Pace(time(settings, "min-interval"), time(settings, "after-ack"));
    }

    @Bean
    QueueFace newReservations(
            Hotels hotels, QueueRows rows, Pace pace, TransactionTemplate transaction) {
        return new QueueFace(Feed.NEW, hotels, rows, pace, transaction);
    }

    @Bean
    QueueFace changedReservations(
            Hotels hotels, QueueRows rows, Pace pace, TransactionTemplate transaction) {
        return new QueueFace(Feed.MODIFY, hotels, rows, pace, transaction);
    }

    @Bean
    Face readNew(QueueFace newReservations) {
        return face("GET", Feed.NEW, newReservations::read);
    }

    @Bean
    Face settleNew(QueueFace newReservations) {
        return face("POST", Feed.NEW, newReservations::settle);
    }

    @Bean
    Face readChanged(QueueFace changedReservations) {
        return face("GET", Feed.MODIFY, changedReservations::read);
    }

    @Bean
    Face settleChanged(QueueFace changedReservations) {
        return face("POST", Feed.MODIFY, changedReservations::settle);
    }

    @Bean
    Face readSummary(Hotels hotels, BookingReader reader, Clock clock) {
        return new Face(
                "POST",
                "/hotels/xml/reservationssummary",
                Demands.TOKEN,
                Dialect.bxml("reservations"),
                new SummaryFace(hotels, reader, clock));
    }

    @Bean
    Face readMissed(Hotels hotels, QueueRows rows) {
        return new Face(
                "GET",
                "/reservations-flow-control/missed-reservations",
                Demands.TOKEN,
                Dialect.json(),
                new MissedFace(hotels, rows));
    }

    @Bean
    RouterFunction<ServerResponse> guestControl(
            Hotels hotels, Guests guests, BookingReader reader) {
        return new GuestControl(hotels, guests, reader).routes();
    }

    /** A hotel's system loses a booking that it acknowledged. */
    @Bean
    RouterFunction<ServerResponse> lossControl(QueueRows rows) {
        return route().POST(
                        "/sandbox/hotels/{hotel}/bookings/{booking}/lost",
                        request ->
                                ServerResponse.status(
                                                rows.lose(
                                                                Long.parseLong(
                                                                        request.pathVariable(
                                                                                "hotel")),
                                                                Long.parseLong(
                                                                        request.pathVariable(
                                                                                "booking")))
                                                        ? 204
                                                        : 404)
                                        .build())
                .build();
    }

    private static Face face(String method, Feed feed, io.serai.sandbox.wire.Handler handler) {
        return new Face(
                method,
                "/hotels/ota/" + feed.endpoint,
                Demands.TOKEN,
                Dialect.ota(feed.endpoint + "RS", VERSION),
                handler);
    }

    private static Duration time(Environment settings, String name) {
        return settings.getRequiredProperty("sandbox.queue." + name, Duration.class);
    }
}
