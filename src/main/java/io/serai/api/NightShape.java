package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.hotel.night.Fault;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.ValueKind;
import io.serai.hotel.night.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How nights look in answers: the same fields as in requests. */
record NightShape(HotelNights hotel) {

    /** What names something that is sold. */
    Map<String, @Nullable Object> sold(Sold sold) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put(key(), Integer.toString(sold.id()));
        shape.put("roomType", sold.roomType());
        if (sold.ratePlan() != null) {
            shape.put("ratePlan", sold.ratePlan());
        }
        return shape;
    }

    /** The name that a key goes by. */
    String key() {
        return hotel.table() == NightTable.RATES ? "product" : "room";
    }

    /** A night, with its version. */
    Map<String, @Nullable Object> night(NightContent night) {
        Map<String, @Nullable Object> shape = sold(night.sold());
        shape.put("night", night.night().toString());
        night.values().forEach((field, value) -> shape.put(field.word(), value(field, value)));
        shape.putAll(night.shown());
        shape.put("version", night.version());
        return shape;
    }

    /** A value as a request would give it; null for none. */
    @Nullable Object value(NightField field, NightValue value) {
        if (value instanceof NightValue.Prices prices) {
            List<@Nullable String> amounts = new ArrayList<>();
            for (Long minor : prices.minor()) {
                amounts.add(minor == null ? null : amount(minor));
            }
            return amounts;
        }
        if (value instanceof NightValue.Count count) {
            return field.kind() == ValueKind.FLAG ? (Object) (count.number() == 1) : count.number();
        }
        return null;
    }

    /** A night as the record of changes has it: columns, without those that are null. */
    Map<String, @Nullable Object> recorded(JsonNode columns) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        for (NightField field : hotel.table().fields()) {
            JsonNode value = columns.path(field.column());
            if (field.kind() == ValueKind.PRICES && value.isArray()) {
                List<@Nullable String> amounts = new ArrayList<>();
                value.forEach(
                        minor -> amounts.add(minor.isNull() ? null : amount(minor.longValue())));
                shape.put(field.word(), amounts);
            } else if (!value.isMissingNode()) {
                shape.put(field.word(), value);
            }
        }
        if (columns.has("sold")) {
            shape.put("sold", columns.path("sold"));
        }
        return shape;
    }

    String amount(long minor) {
        return BigDecimal.valueOf(minor, hotel.digits()).toPlainString();
    }

    /** What was written, or would be. */
    Map<String, Object> written(Written written, boolean dryRun) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("dryRun", dryRun);
        shape.put("cells", written.cells());
        shape.put("changed", written.changed());
        if (dryRun) {
            shape.put("changes", written.changes().stream().map(this::change).toList());
        }
        return shape;
    }

    private Map<String, @Nullable Object> change(Written.Change change) {
        Map<String, @Nullable Object> shape = sold(change.from().sold());
        Map<String, @Nullable Object> from = new LinkedHashMap<>();
        Map<String, @Nullable Object> to = new LinkedHashMap<>();
        change.from()
                .values()
                .forEach(
                        (field, before) -> {
                            NightValue after = change.to().values().get(field);
                            if (after != null && !after.equals(before)) {
                                from.put(field.word(), value(field, before));
                                to.put(field.word(), value(field, after));
                            }
                        });
        shape.put("night", change.from().night().toString());
        shape.put("from", from);
        shape.put("to", to);
        return shape;
    }

    /** What is wrong with an element. */
    static Map<String, String> fault(Fault fault) {
        Map<String, String> shape = new LinkedHashMap<>();
        shape.put("where", fault.where());
        shape.put("field", fault.field());
        shape.put("met", fault.met());
        shape.put("expected", fault.expected());
        return shape;
    }
}
