package io.serai.reservation;

import io.serai.delivery.ParkingSlip;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps with parked reservations until when their channel waits for them. */
@Component("parkedDeadlines")
public class ParkedDeadlines {

    private final JdbcClient jdbc;
    private final Expiries expiries;
    private final HotelConnections connections;

    ParkedDeadlines(JdbcClient jdbc, Expiries expiries, HotelConnections connections) {
        this.jdbc = jdbc;
        this.expiries = expiries;
        this.connections = connections;
    }

    /**
     * Notes it with a message that was just parked; of several deliveries the first one counts.
     *
     * @param message the reservation where it could be translated
     */
    public void note(
            @Header("Serai-Account") long accountId,
            @Body ParkingSlip slip,
            @Variable("message") @Nullable String message) {
        var provider = connections.provider(accountId);
        var told = message == null ? null : read(message);
        var at =
                told == null
                        ? Optional.<HotelConnection>empty()
                        : connections.find(accountId, provider, told.hotel());
        var deadline = expiries.parked(accountId, provider, told, at);
        if (deadline != null) {
            jdbc.sql(
                            """
                            update parked_messages set confirm_by = least(confirm_by, ?)
                             where route = ? and message_key = ? and state = 'parked'
                            """)
                    .params(deadline.end().atOffset(ZoneOffset.UTC), slip.route(), slip.key())
                    .update();
        }
    }

    private static @Nullable IncomingReservation read(String message) {
        try {
            return ReservationJson.read(message);
        } catch (UnreadableReservation unreadable) {
            return null;
        }
    }
}
