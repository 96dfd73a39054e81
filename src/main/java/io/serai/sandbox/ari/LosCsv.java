package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals by length of stay: date, occupancy, room, rate, currency, then a price for each length.
 */
final class LosCsv implements Reader {

    private static final int FIXED = 5;
    private static final int LONGEST = 90;

    @Override
    public Reading read(Call call) {
        var reading = new Reading();
        var lines = call.text().strip().lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new Refusal(400, "ROOM_ELEMENT_REQUIRED", "the request has no row");
        }
        for (int i = 0; i < lines.size(); i++) {
            reading.updates().add(row(i + 1, lines.get(i).split(",", -1)));
        }
        return reading;
    }

    private static Update row(int number, String[] cells) {
        if (cells.length <= FIXED || cells.length > FIXED + LONGEST) {
            throw Text.fault(
                    "row " + number, cells.length + " columns", "6 to " + (FIXED + LONGEST));
        }
        var arrival = Text.date("check-in", cells[0].strip());
        var persons = Text.integer("occupancy", cells[1].strip());
        return new Update(
                String.valueOf(number),
                Text.id("room id", cells[2].strip()),
                Text.id("rate id", cells[3].strip()),
                arrival,
                arrival,
                new Ask.OfStays(persons, cells[4].strip(), totals(cells)));
    }

    private static List<@Nullable BigDecimal> totals(String[] cells) {
        var totals = new ArrayList<@Nullable BigDecimal>();
        for (int i = FIXED; i < cells.length; i++) {
            var text = cells[i].strip();
            var total = text.isEmpty() ? BigDecimal.ZERO : Text.decimal("price", text);
            totals.add(total.signum() == 0 ? null : total);
        }
        return totals;
    }
}
