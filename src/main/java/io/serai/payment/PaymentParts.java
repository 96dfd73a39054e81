package io.serai.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What belongs to a booking's payment, made of its rows. */
final class PaymentParts {

    private PaymentParts() {}

    static BookedPayment.Card card(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal refund = row.getBigDecimal("refund_amount");
        return new BookedPayment.Card(
                row.getString("remote_id"),
                row.getString("status"),
                currency,
                Amounts.text(row.getBigDecimal("balance"), currency),
                Amounts.text(row.getBigDecimal("charged"), currency),
                row.getObject("active_from", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("card_last4"),
                refund == null
                        ? null
                        : new BookedPayment.Refund(
                                Amounts.said(refund, currency),
                                row.getObject("refund_due", LocalDate.class),
                                row.getString("refund_reason"),
                                row.getString("refund_status")));
    }

    static BookedPayment.Transfer transfer(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new BookedPayment.Transfer(
                row.getString("reference"),
                Amounts.said(row.getBigDecimal("amount"), currency),
                currency,
                row.getString("status"),
                row.getObject("paid_on", LocalDate.class));
    }

    static BookedPayment.Act act(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new BookedPayment.Act(
                row.getString("way"),
                row.getString("kind"),
                row.getString("id"),
                row.getString("charge_id"),
                Amounts.said(row.getBigDecimal("amount"), currency),
                currency,
                row.getString("state"),
                row.getString("gateway"),
                row.getString("reference"),
                row.getString("code"),
                row.getString("words"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("settled_at")));
    }

    static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
