package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.property.RatePlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rates and limits of rate plans; what cannot be taken becomes a warning. */
final class PlansTaking {

    private final Map<String, Map<LocalDate, PlanNight>> held;
    private final RoomsTaking rooms;
    private final RateLimits rateLimits;
    private final Warnings warnings;

    /**
     * @param held nights of the rate plans concerned, where they are needed
     */
    PlansTaking(
            Map<String, Map<LocalDate, PlanNight>> held,
            RoomsTaking rooms,
            RateLimits rateLimits,
            Warnings warnings) {
        this.held = held;
        this.rooms = rooms;
        this.rateLimits = rateLimits;
        this.warnings = warnings;
    }

    List<PlanNight> take(Update.Named named, Map<LocalDate, Cell> cells) {
        var plan = named.plan();
        if (!plan.active()) {
            warnings.add(7022, "Rate plan " + named.xmlId() + " is inactive: kept, not sold");
        }
        if (plan.linked()) {
            ignore(named, cells);
        } else {
            rateLimits.check(named, cells, warnings);
        }
        var told = new ArrayList<PlanNight>();
        cells.forEach(
                (night, cell) -> {
                    stay(named, night, cell);
                    close(named, night, cell);
                    if (!cell.empty()) {
                        told.add(night(plan, night, cell));
                    }
                });
        return told;
    }

    private void ignore(Update.Named named, Map<LocalDate, Cell> cells) {
        if (cells.values().stream().anyMatch(Cell::limits)) {
            warnings.add(
                    7023,
                    "Restrictions of rate plan " + named.xmlId() + " are those of its parent");
        }
        if (cells.values().stream().anyMatch(cell -> !cell.rates().isEmpty())) {
            warnings.add(
                    7024, "Rates of rate plan " + named.xmlId() + " follow those of its parent");
        }
        cells.values()
                .forEach(
                        cell -> {
                            cell.rates().clear();
                            cell.drop(Field.MIN_LOS, Field.MAX_LOS, Field.CTA, Field.CTD);
                        });
    }

    private void stay(Update.Named named, LocalDate night, Cell cell) {
        var row = row(named.plan(), night);
        var least = told(cell.number(Field.MIN_LOS), row == null ? null : row.minLos());
        var most = told(cell.number(Field.MAX_LOS), row == null ? null : row.maxLos());
        var leastHeld = least == null ? named.plan().leastLos() : least;
        var mostHeld = most == null ? named.plan().mostLos() : most;
        var asked = cell.number(Field.MIN_LOS) != null || cell.number(Field.MAX_LOS) != null;
        if (asked && leastHeld > mostHeld) {
            warnings.add(
                    7016,
                    "minLOS %d is above maxLOS %d of rate plan %s on %s"
                            .formatted(leastHeld, mostHeld, named.xmlId(), night));
            cell.drop(Field.MIN_LOS, Field.MAX_LOS);
        }
    }

    private void close(Update.Named named, LocalDate night, Cell cell) {
        if (Boolean.TRUE.equals(cell.flag(Field.CLOSED))
                && named.room().baseAllocation() > 0
                && rooms.unsold(named.room(), night) > 0
                && isLastOpen(named, night)) {
            warnings.add(
                    7014,
                    "Rate plan %s cannot be closed on %s: the last with a base allocation left"
                            .formatted(named.xmlId(), night));
            cell.drop(Field.CLOSED);
        }
    }

    private boolean isLastOpen(Update.Named named, LocalDate night) {
        return !named.plan().derived()
                && named.room().plans().values().stream()
                        .filter(other -> !other.id().equals(named.plan().id()))
                        .filter(other -> other.active() && !other.derived())
                        .allMatch(other -> closed(row(other, night)));
    }

    private static boolean closed(@Nullable PlanNight row) {
        return row != null && Boolean.TRUE.equals(row.closed());
    }

    private @Nullable PlanNight row(RatePlan plan, LocalDate night) {
        return held.getOrDefault(plan.id(), Map.of()).get(night);
    }

    private static @Nullable Integer told(@Nullable Integer now, @Nullable Integer before) {
        return now == null ? before : now;
    }

    private static PlanNight night(RatePlan plan, LocalDate night, Cell cell) {
        return new PlanNight(
                plan.id(),
                night,
                cell.rateList(),
                cell.flag(Field.CLOSED),
                cell.number(Field.MIN_LOS),
                cell.number(Field.MAX_LOS),
                cell.flag(Field.CTA),
                cell.flag(Field.CTD),
                cell.flag(Field.RATE_CHANGE));
    }
}
