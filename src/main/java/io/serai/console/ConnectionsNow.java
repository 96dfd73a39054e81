package io.serai.console;

import io.serai.channel.Channels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the connections of a hotel are. */
@Repository
public class ConnectionsNow {

    private static final String CONNECTIONS =
            """
            select c.hotel_id, c.id, c.integration_name, c.provider, c.remote_hotel, c.test_mode, c.is_enabled, c.status, c.state,
                   c.step, c.closed_for, c.state_reason, c.account_id,
                   c.prices_stopped is not null or c.currency <> h.currency and c.exchange_rate is null as unpriced,
                   k.held_since, k.words, d.words as restored, d.noticed_at, d.is_being_told,
                   (select min(m.at) from marks m where m.connection_id = c.id) as waiting
              from third_party_integrations c join hotels h on h.id = c.hotel_id
              left join claims k on k.connection_id = c.id
              left join connections_restored d on d.connection_id = c.id
             where c.hotel_id = any (?) and c.state <> 'disconnected'
             order by c.id
            """;

    private final JdbcClient engine;
    private final Channels channels;
    private final ConnectionWords words;
    private final Clock clock;

    ConnectionsNow(JdbcClient engine, Channels channels, ConnectionWords words, Clock clock) {
        this.engine = engine;
        this.channels = channels;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A connection in a list of many hotels.
     *
     * @param state as {@link ConnectionNow#state}
     * @param waiting since when the oldest change waits to be sent; null: none does
     */
    public record Brief(int hotel, int id, String name, String state, @Nullable Instant waiting) {}

    /** All that the hotel has not left, the oldest first. */
    public List<ConnectionNow> of(JdbcClient database, Hotel hotel) {
        Map<Long, Instant> polls = polls(database, hotel);
        return database.sql(CONNECTIONS)
                .param(new Integer[] {hotel.id()})
                .query((row, number) -> connection(database, row, hotel, polls))
                .list();
    }

    /** The same of all hotels that the session sees, in brief. */
    public List<Brief> everywhere(JdbcClient database, List<Integer> hotels) {
        return database.sql(CONNECTIONS)
                .param(hotels.toArray(Integer[]::new))
                .query(
                        (row, number) ->
                                new Brief(
                                        row.getInt("hotel_id"),
                                        row.getInt("id"),
                                        row.getString("integration_name"),
                                        words.state(row),
                                        instant(row, "waiting")))
                .list();
    }

    private ConnectionNow connection(
            JdbcClient database, ResultSet row, Hotel hotel, Map<Long, Instant> polls)
            throws SQLException {
        Instant polled = polls.get(row.getLong("account_id"));
        Instant waiting = instant(row, "waiting");
        return new ConnectionNow(
                row.getInt("id"),
                row.getString("integration_name"),
                row.getString("remote_hotel"),
                row.getBoolean("test_mode"),
                channels.findByCode(row.getString("provider"))
                        .map(channel -> channel.definition().testMode())
                        .orElse(""),
                words.state(row),
                words.of(database, row, hotel),
                polled == null ? "never" : ago(polled, hotel),
                waiting == null ? "" : Times.roughly(Duration.between(waiting, clock.instant())),
                row.getBoolean("unpriced"),
                restored(row, hotel));
    }

    private static ConnectionNow.@Nullable Restored restored(ResultSet row, Hotel hotel)
            throws SQLException {
        Instant noticed = instant(row, "noticed_at");
        return noticed == null
                ? null
                : new ConnectionNow.Restored(
                        row.getString("restored"),
                        Times.moment(noticed, hotel.zone()),
                        row.getBoolean("is_being_told"));
    }

    /** Asked within the last minute: that is as good as now, and does not change all the time. */
    private String ago(Instant moment, Hotel hotel) {
        return Duration.between(moment, clock.instant()).toMinutes() < 1
                ? "within the last minute"
                : Times.moment(moment, hotel.zone());
    }

    /** When each account's queues were last asked; accounts are no hotel's, so the engine reads. */
    private Map<Long, Instant> polls(JdbcClient database, Hotel hotel) {
        Long[] accounts =
                database.sql(
                                "select distinct account_id from third_party_integrations where"
                                        + " hotel_id = ? and account_id is not null")
                        .param(hotel.id())
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new);
        Map<Long, Instant> polls = new HashMap<>();
        engine.sql(
                        "select account_id, max(asked_at) as asked_at from channel_polls where"
                                + " account_id = any (?) and asked_at is not null group by 1")
                .param(accounts)
                .query(
                        row -> {
                            polls.put(row.getLong("account_id"), instant(row, "asked_at"));
                        });
        return polls;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
