package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What hotels did with bookings after the guests' last acts. */
final class Reconciliations {

    private final JdbcClient jdbc;

    Reconciliations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(@Nullable String kind, @Nullable String role) {}

    /** Adds what is known to a booking's fields. */
    void show(Booking booking, Map<String, Object> view) {
        var row =
                jdbc.sql("select kind, role from expedia_reconciled where booking_id = ?")
                        .param(booking.id())
                        .query((found, n) -> new Row(found.getString(1), found.getString(2)))
                        .optional()
                        .orElse(new Row(null, null));
        view.put("isReconciled", row.kind() != null);
        view.put("reconciliationType", row.kind());
        if (booking.cancelled()) {
            view.put(
                    "cancellation",
                    Map.of(
                            "pendingCancellation",
                            false,
                            "fromRole",
                            row.role() == null ? "TRAVELER" : row.role()));
        }
    }

    /** The hotel cancelled it; {@code kind} is null before the stay. */
    void cancelled(long booking, @Nullable String kind, @Nullable BigDecimal penalty) {
        jdbc.sql(
                        """
                        insert into expedia_reconciled (booking_id, kind, penalty, role)
                        values (?, ?, ?, 'SUPPLIER')
                        on conflict (booking_id) do update
                           set kind = excluded.kind, penalty = excluded.penalty, role = 'SUPPLIER'""")
                .param(booking)
                .param(kind)
                .param(penalty)
                .update();
    }

    /** The hotel said how the stay really was. */
    void changed(long booking) {
        jdbc.sql(
                        """
                        insert into expedia_reconciled (booking_id, kind) values (?, 'MODIFY')
                        on conflict (booking_id) do update set kind = 'MODIFY'""")
                .param(booking)
                .update();
    }

    /** Counts what the hotel gave back; refused when the sum passes the most. */
    void refund(long booking, BigDecimal amount, BigDecimal most) {
        var sum =
                jdbc.sql(
                                """
                                insert into expedia_reconciled (booking_id, refunded) values (?, ?)
                                on conflict (booking_id)
                                do update set refunded = expedia_reconciled.refunded + excluded.refunded
                                returning refunded""")
                        .params(booking, amount)
                        .query(BigDecimal.class)
                        .single();
        if (sum.compareTo(most) > 0) {
            throw Refused.input("refunds of " + sum + " (expected: at most " + most + ")");
        }
    }
}
