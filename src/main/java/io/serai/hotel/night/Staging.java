package io.serai.hotel.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads the elements of a request into the staging table while they come in. A value goes with the
 * number of its element before it, so that the greatest is the latest.
 */
final class Staging implements AutoCloseable {

    private static final int FLUSH = 1 << 16;

    private final NightTable table;
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(FLUSH + 1024);
    private long number;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    Staging(Connection connection, NightTable table) throws SQLException {
        this.table = table;
        this.copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy staged_nights from stdin");
    }

    /** Adds one element; a later one wins over it where both name the same. */
    void add(NightUpdate update) {
        number++;
        first = first == null || update.from().isBefore(first) ? update.from() : first;
        last = last == null || update.to().isAfter(last) ? update.to() : last;
        rows.append(update.sold().id()).append('\t').append(update.from());
        rows.append('\t').append(update.to()).append('\t').append(update.weekdays());
        rows.append('\t').append(update.version() == null ? "\\N" : escaped(update.version()));
        for (NightField field : table.fields()) {
            rows.append('\t');
            NightValue value = update.values().get(field);
            if (value == null) {
                rows.append("\\N");
            } else {
                append(field, value);
            }
        }
        rows.append('\n');
        if (rows.length() >= FLUSH) {
            flush();
        }
    }

    private void append(NightField field, NightValue value) {
        if (field.kind() == ValueKind.PRICES) {
            rows.append('{').append(number);
            if (value instanceof NightValue.Prices prices) {
                prices.minor().forEach(price -> rows.append(',').append(price));
            }
            rows.append('}');
        } else {
            long plus = value instanceof NightValue.Count count ? count.number() + 1 : 0;
            rows.append(number << 16 | plus);
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("[^0-9a-zA-Z]", "?");
    }

    private void flush() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("staging of nights", e));
        }
    }

    /** Ends the loading. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** The earliest night of all; null where none was added. */
    @Nullable LocalDate first() {
        return first;
    }

    /** The latest night of all; null where none was added. */
    @Nullable LocalDate last() {
        return last;
    }

    /** Gives up what was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
