package io.serai.console.inventory;

import io.serai.console.Hotel;
import io.serai.console.grid.BulkPlanner;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.hotel.bulk.BulkPlan;
import io.serai.hotel.bulk.BulkScope;
import io.serai.hotel.bulk.RoomChange;
import io.serai.hotel.bulk.RoomChanges;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rooms of many nights. */
@Component
class InventoryBulk implements BulkPlanner {

    private static final NightTable ROOMS = NightTable.ROOMS;

    private final RoomChanges changes;

    InventoryBulk(RoomChanges changes) {
        this.changes = changes;
    }

    @Override
    public NightTable table() {
        return ROOMS;
    }

    @Override
    public String one() {
        return "room type";
    }

    @Override
    public List<Sold> sold(JdbcClient database, Hotel hotel) {
        return Choices.of(database, hotel).stream()
                .map(type -> new Sold(type.id(), type.id(), 0, type.name()))
                .toList();
    }

    @Override
    public BulkPlan plan(
            JdbcClient database,
            Hotel hotel,
            HotelNights nights,
            BulkScope scope,
            BulkValues entered) {
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        entered.flag(ROOMS, "closed", set);
        for (String number : List.of("offered", "heldBack", "outOfOrder")) {
            entered.count(ROOMS, number, false, set);
        }
        return changes.plan(
                database,
                nights,
                scope,
                new RoomChange(set, entered.nightOrNone("copyFrom").orElse(null)));
    }
}
