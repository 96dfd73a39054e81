package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.booking.Transaction.State;
import io.serai.sandbox.expedia.booking.Transaction.Type;
import io.serai.sandbox.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a transaction from its row. */
final class TransactionRow {

    private TransactionRow() {}

    static Transaction read(ResultSet row) throws SQLException {
        return new Transaction(
                row.getLong("transaction_id"),
                row.getLong("booking_id"),
                row.getLong("hotel_id"),
                row.getInt("number"),
                Type.of(row.getString("type")),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                Json.read(row.getString("content"), Content.class),
                instantOrNull(row, "retrieved_at"),
                row.getString("confirm_number"),
                instantOrNull(row, "confirm_time"),
                List.of((String[]) row.getArray("confirm_numbers").getArray()),
                row.getString("booking_number"),
                row.getString("token"),
                row.getInt("tries"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
