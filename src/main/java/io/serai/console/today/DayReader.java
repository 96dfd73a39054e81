package io.serai.console.today;

import io.serai.console.ConnectionsNow;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.delivery.SendingDelays;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the page of a hotel's day shows. */
@Component
class DayReader {

    private final PersonNeeds needs;
    private final ConnectionsNow connections;
    private final GuestsToday guests;
    private final Deliveries deliveries;
    private final Clock clock;

    DayReader(
            PersonNeeds needs,
            ConnectionsNow connections,
            GuestsToday guests,
            Deliveries deliveries,
            Clock clock) {
        this.needs = needs;
        this.connections = connections;
        this.guests = guests;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Day read(JdbcClient session, Hotel hotel) {
        LocalDate today = hotel.today(clock);
        return new Day(
                Times.now(clock.instant(), hotel.zone()),
                needs.of(session, hotel, today),
                connections.of(session, hotel),
                Speed.of(SendingDelays.of(session, hotel.id())),
                guests.arrivals(session, hotel, today),
                guests.departures(session, hotel, today),
                guests.inHouse(session, hotel, today),
                guests.latest(session, hotel),
                deliveries.latest(session, hotel));
    }
}
