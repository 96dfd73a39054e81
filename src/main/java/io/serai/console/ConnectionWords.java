package io.serai.console;

import io.serai.channel.Channels;
import io.serai.channel.breaker.BreakerState;
import io.serai.channel.breaker.Breakers;
import io.serai.channel.connection.StoredConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which state a connection is, why, and what to do next, of a row of {@link ConnectionsNow}. */
@Component
class ConnectionWords {

    private final Channels channels;
    private final Breakers breakers;
    private final Clock clock;

    ConnectionWords(Channels channels, Breakers breakers, Clock clock) {
        this.channels = channels;
        this.breakers = breakers;
        this.clock = clock;
    }

    /** {@link ConnectionNow#state} of a row. */
    String state(ResultSet row) throws SQLException {
        String closed = row.getString("closed_for");
        if (row.getString("step") != null || StoredConnection.FIRST_SYNC.equals(closed)) {
            return "adding";
        }
        if (!row.getBoolean("is_enabled") || !row.getString("status").equals("active")) {
            return "paused";
        }
        if (channels.findByCode(row.getString("provider")).isEmpty()) {
            return "no-folder";
        }
        String state = row.getString("state");
        if (state.equals("open") && closed != null) {
            return "closing";
        }
        return state.equals("open") && row.getTimestamp("held_since") != null ? "held" : state;
    }

    /**
     * {@link ConnectionNow#words} of a row.
     *
     * @param database sees the hotel
     */
    String of(JdbcClient database, ResultSet row, Hotel hotel) throws SQLException {
        String reason = row.getString("state_reason");
        String said = row.getString("words");
        return switch (state(row)) {
            case "paused" ->
                    "Nothing is sent; bookings still arrive. "
                            + (isClosed(database, row.getInt("id"), hotel)
                                    ? "All of it was closed at the channel before."
                                    : "The channel goes on selling what it holds.")
                            + " Resume the connection to go on.";
            case "adding" ->
                    "It is being added: the channel sells nothing through it before you open it.";
            case "closing" ->
                    "All of it is being closed at the channel; then it is "
                            + ("pause".equals(row.getString("closed_for")) ? "paused." : "left.");
            case "no-folder" ->
                    "Serai has no files for its channel any more (no folder under routes): have an"
                            + " engineer put them back. Until then nothing is sent and no bookings"
                            + " are asked for; what changes waits.";
            case "held" ->
                    "The channel did not take it for a long time"
                            + (said == null ? "" : ": " + said)
                            + ". It is tried again every hour by itself.";
            case "broken" ->
                    (reason == null ? "The channel refuses this connection" : reason)
                            + ". Put that right, then resume the connection.";
            case "new" ->
                    reason == null
                            ? "It is being taken in; this takes seconds."
                            : reason + ". Put that right in its settings.";
            case "reading" -> "Its rooms and rates are being read; it opens by itself.";
            default -> notCalled(row, hotel);
        };
    }

    /** Whether all nights that it was told of were told closed: before it was paused. */
    private boolean isClosed(JdbcClient database, int connection, Hotel hotel) {
        LocalDate today = hotel.today(clock);
        return database.sql(
                        """
                        with told as (select id from ota_rate_plans where connection_id = :connection and product_id is not null),
                             shut as (select n.closed from told cross join lateral
                                      (select closed from held_nights where remote_id = told.id and night between :first and :last and closed limit 1) n),
                             sold as (select n.closed from told cross join lateral
                                      (select closed from held_nights where remote_id = told.id and night between :first and :last and not closed limit 1) n)
                        select case when exists (select from sold) then false else exists (select from shut) end
                        """)
                .param("connection", connection)
                .param("first", today)
                .param("last", today.plusDays(hotel.horizon()))
                .query(Boolean.class)
                .single();
    }

    /** What is not called for a while, since such calls failed. */
    private String notCalled(ResultSet row, Hotel hotel) throws SQLException {
        return breakers.of(row.getLong("id"), row.getLong("account_id")).stream()
                .filter(it -> it.until() != null)
                .map(it -> call(it) + " until " + Times.moment(it.until(), hotel.zone()))
                .reduce((one, other) -> one + ", " + other)
                .map(
                        calls ->
                                "The channel failed too often, so it is left alone with: "
                                        + calls
                                        + ". What waits is sent by itself afterwards.")
                .orElse("");
    }

    private String call(BreakerState breaker) {
        return channels.findByCode(breaker.key().channel())
                .map(channel -> RequestWords.of(channel.definition(), breaker.key().call()))
                .orElse(breaker.key().call());
    }
}
