package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an update says of one night of a room type or rate plan. */
final class Cell {

    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final TreeMap<Integer, BigDecimal> rates = new TreeMap<>();

    void set(Slot slot, Object value) {
        if (slot.field() == Field.RATE) {
            rates.put(slot.number(), (BigDecimal) value);
        } else {
            values.put(slot.field(), value);
        }
    }

    @Nullable Integer number(Field field) {
        return (Integer) values.get(field);
    }

    @Nullable Boolean flag(Field field) {
        return (Boolean) values.get(field);
    }

    void drop(Field... fields) {
        for (var field : fields) {
            values.remove(field);
        }
    }

    TreeMap<Integer, BigDecimal> rates() {
        return rates;
    }

    boolean limits() {
        return values.keySet().stream()
                .anyMatch(f -> f.compareTo(Field.MIN_LOS) >= 0 && f.compareTo(Field.CTD) <= 0);
    }

    boolean empty() {
        return values.isEmpty() && rates.isEmpty();
    }

    /** The rates by their number from 1 up; null where none was told. */
    List<@Nullable BigDecimal> rateList() {
        var list = new ArrayList<@Nullable BigDecimal>();
        if (!rates.isEmpty()) {
            for (int number = 1; number <= rates.lastKey(); number++) {
                list.add(rates.get(number));
            }
        }
        return list;
    }
}
