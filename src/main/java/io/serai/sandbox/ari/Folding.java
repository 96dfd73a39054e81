package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request's accepted updates, night by night, each value once. */
final class Folding {

    private final SortedMap<CellKey, Cell> cells = new TreeMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    Folding(List<Target> accepted) {
        for (var target : accepted) {
            if (target.update().ask() instanceof Ask.OfNights nights && !fold(target, nights)) {
                warnings.add(
                        target.problem(
                                "WARN_DUPLICATE_DATES", "told twice, the first was applied"));
            }
        }
    }

    SortedMap<CellKey, Cell> cells() {
        return cells;
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Whether it is only room types, or only rates: then one statement writes it all. */
    boolean ofOneKind() {
        return cells.keySet().stream().map(key -> key.rate() == 0).distinct().count() == 1;
    }

    int values() {
        return cells.values().stream().mapToInt(Cell::size).sum();
    }

    private boolean fold(Target target, Ask.OfNights nights) {
        var update = target.update();
        var rate = target.rate();
        var fresh = true;
        for (LocalDate night : update.from().datesUntil(update.to().plusDays(1)).toList()) {
            var key = new CellKey(update.room(), rate == null ? 0 : rate.id(), night);
            var cell = cells.computeIfAbsent(key, k -> new Cell());
            for (var value : nights.values().entrySet()) {
                fresh &= cell.set(value.getKey(), value.getValue());
            }
            for (var price : nights.prices()) {
                var persons = price.persons();
                var most = rate == null ? 1 : rate.maxPersons();
                fresh &=
                        cell.price(
                                persons == null ? most : persons,
                                price.amount()
                                        .movePointRight(target.hotel().decimals())
                                        .longValueExact());
            }
        }
        return fresh;
    }
}
