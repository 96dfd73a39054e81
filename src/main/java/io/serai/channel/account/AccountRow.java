package io.serai.channel.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code channel_accounts} as it stands. */
record AccountRow(
        ChannelAccount account,
        byte[] login,
        byte @Nullable [] token,
        @Nullable Instant tokenExpires,
        List<Instant> exchanged,
        Instant exchangeAfter,
        int exchangeFailures) {

    static final String COLUMNS =
            """
            id, provider, name, state, state_reason, login_sealed, token_sealed, token_expires_at, exchanged_at,
            greatest(exchange_after, '1970-01-01') as exchange_after, exchange_failures
            """;

    static AccountRow read(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                new ChannelAccount(
                        row.getLong("id"),
                        row.getString("provider"),
                        row.getString("name"),
                        row.getString("state").equals("broken"),
                        row.getString("state_reason")),
                row.getBytes("login_sealed"),
                row.getBytes("token_sealed"),
                instant(row.getTimestamp("token_expires_at")),
                instants(row.getArray("exchanged_at")),
                row.getTimestamp("exchange_after").toInstant(),
                row.getInt("exchange_failures"));
    }

    /** The exchanges of the time before a moment, oldest first. */
    List<Instant> exchangedWithin(Duration time, Instant now) {
        Instant since = now.minus(time);
        return exchanged.stream().filter(at -> at.isAfter(since)).sorted().toList();
    }

    /** Whether there is a token that lasts beyond a moment. */
    boolean tokenLasts(Instant moment) {
        return token != null && tokenExpires != null && tokenExpires.isAfter(moment);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static List<Instant> instants(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray()).map(Timestamp::toInstant).toList();
    }
}
