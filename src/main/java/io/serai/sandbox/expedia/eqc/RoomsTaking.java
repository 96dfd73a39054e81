package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import io.serai.sandbox.expedia.night.RoomNight;
import io.serai.sandbox.expedia.night.ToldRoom;
import io.serai.sandbox.expedia.property.RoomType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes counts and closures of room types, as far as the base allocation allows. */
final class RoomsTaking {

    private static final int MOST_ROOMS = 4999;

    private final Map<String, Map<LocalDate, RoomNight>> held;
    private final Warnings warnings;

    /**
     * @param held nights of the room types that have a base allocation
     */
    RoomsTaking(Map<String, Map<LocalDate, RoomNight>> held, Warnings warnings) {
        this.held = held;
        this.warnings = warnings;
    }

    List<ToldRoom> take(RoomType room, Map<LocalDate, Cell> cells) {
        var told = new ArrayList<ToldRoom>();
        cells.forEach(
                (night, cell) -> {
                    var unsold = unsold(room, night);
                    var closed = closed(room, night, unsold, cell.flag(Field.ROOM_CLOSED));
                    var available = available(room, night, unsold, cell);
                    if (closed != null || available != null) {
                        told.add(new ToldRoom(room.id(), night, available, closed));
                    }
                });
        return told;
    }

    int unsold(RoomType room, LocalDate night) {
        var row = held.getOrDefault(room.id(), Map.of()).get(night);
        return row == null ? room.baseAllocation() : row.unsoldOf(room.baseAllocation());
    }

    private @Nullable Boolean closed(
            RoomType room, LocalDate night, int unsold, @Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted) && unsold > 0) {
            warnings.add(
                    7010,
                    "Room type %s cannot be closed on %s: %d rooms of the base allocation are left"
                            .formatted(room.id(), night, unsold));
            return null;
        }
        return wanted;
    }

    private @Nullable Integer available(RoomType room, LocalDate night, int unsold, Cell cell) {
        var total = cell.number(Field.TOTAL);
        if (total != null && total < unsold) {
            warnings.add(
                    7013,
                    "Total %d of room type %s on %s is below the base allocation that is left, %d"
                            .formatted(total, room.id(), night, unsold));
            return null;
        }
        var flexible = cell.number(Field.FLEXIBLE);
        if (flexible == null) {
            return total;
        }
        if (flexible + unsold > MOST_ROOMS) {
            warnings.add(
                    7018,
                    "Allocation of room type %s on %s was set to %d"
                            .formatted(room.id(), night, MOST_ROOMS));
        }
        return Math.min(MOST_ROOMS, flexible + unsold);
    }
}
