package io.serai.console;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the page of a hotel shows. */
@Component
class HotelReader {

    private static final int NIGHTS = 30;

    private final ConnectionsNow connections;
    private final Nights nights;
    private final Deliveries deliveries;
    private final Bookings bookings;
    private final Troubles troubles;
    private final Clock clock;

    HotelReader(
            ConnectionsNow connections,
            Nights nights,
            Deliveries deliveries,
            Bookings bookings,
            Troubles troubles,
            Clock clock) {
        this.connections = connections;
        this.nights = nights;
        this.deliveries = deliveries;
        this.bookings = bookings;
        this.troubles = troubles;
        this.clock = clock;
    }

    HotelNow read(JdbcClient database, Hotel hotel) {
        return new HotelNow(
                Times.now(clock.instant(), hotel.zone()),
                connections.of(database, hotel),
                nights.read(database, hotel, hotel.today(clock), NIGHTS),
                deliveries.latest(database, hotel),
                bookings.latest(database, hotel),
                WaitingPrices.read(database, hotel, hotel.today(clock)),
                troubles.now(database, hotel));
    }
}
