package io.serai.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Bookings added up, all of one currency.
 *
 * @param nights room nights
 * @param stayNights their lengths of stay
 * @param leadDays days from booking to arrival
 * @param revenue what the rooms cost
 * @param value the bookings' totals
 * @param commissioned bookings whose commission is known
 * @param unpriced room nights whose price nobody told
 */
record Sums(
        long bookings,
        long rooms,
        long guests,
        long nights,
        long stayNights,
        long leadDays,
        BigDecimal revenue,
        BigDecimal value,
        BigDecimal commission,
        long commissioned,
        long unpriced) {

    static final Sums NONE =
            new Sums(0, 0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    static Sums of(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("bookings"),
                row.getLong("rooms"),
                row.getLong("guests"),
                row.getLong("nights"),
                row.getLong("stay_nights"),
                row.getLong("lead_days"),
                row.getBigDecimal("revenue"),
                row.getBigDecimal("value"),
                row.getBigDecimal("commission"),
                row.getLong("commissioned"),
                row.getLong("unpriced"));
    }

    /** Of bookings that had begun before: their nights and amounts are in the others already. */
    static Sums over(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("over_bookings"),
                row.getLong("over_rooms"),
                row.getLong("over_guests"),
                0,
                row.getLong("over_stay_nights"),
                row.getLong("over_lead_days"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                row.getLong("over_commissioned"),
                0);
    }

    Sums plus(Sums other) {
        return new Sums(
                bookings + other.bookings,
                rooms + other.rooms,
                guests + other.guests,
                nights + other.nights,
                stayNights + other.stayNights,
                leadDays + other.leadDays,
                revenue.add(other.revenue),
                value.add(other.value),
                commission.add(other.commission),
                commissioned + other.commissioned,
                unpriced + other.unpriced);
    }
}
