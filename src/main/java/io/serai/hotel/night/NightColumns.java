package io.serai.hotel.night;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads nights from rows. */
record NightColumns(HotelNights hotel) {

    NightContent content(ResultSet row) throws SQLException {
        return content(row, "", Map.of());
    }

    /**
     * @param prefix before the names of the columns
     * @param shown what else is known
     */
    NightContent content(ResultSet row, String prefix, Map<String, Integer> shown)
            throws SQLException {
        Map<NightField, NightValue> values = new LinkedHashMap<>();
        for (NightField field : hotel.table().fields()) {
            values.put(field, value(row, field.kind(), prefix + field.column()));
        }
        Sold sold = hotel.byId().get(row.getInt("id"));
        if (sold == null) {
            throw new IllegalStateException(
                    "id: "
                            + row.getInt("id")
                            + " (expected: one of "
                            + hotel.byId().keySet()
                            + ")");
        }
        return new NightContent(sold, row.getObject("night", LocalDate.class), values, shown);
    }

    private static NightValue value(ResultSet row, ValueKind kind, String column)
            throws SQLException {
        if (kind == ValueKind.PRICES) {
            Array prices = row.getArray(column);
            return prices != null && prices.getArray() instanceof Long[] minor && minor.length > 0
                    ? new NightValue.Prices(Arrays.asList(minor))
                    : NightValue.NONE;
        }
        int number = kind == ValueKind.FLAG ? row.getBoolean(column) ? 1 : 0 : row.getInt(column);
        return row.wasNull() ? NightValue.NONE : new NightValue.Count(number);
    }
}
