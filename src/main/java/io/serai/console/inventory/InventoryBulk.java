package io.serai.console.inventory;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkAnswer;
import io.serai.console.grid.BulkDesk;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.hotel.bulk.RoomChange;
import io.serai.hotel.bulk.RoomChanges;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rooms of many nights, tried, changed and closed. */
@Controller
@RequestMapping("/hotels/{hotel}/inventory")
class InventoryBulk {

    private static final NightTable ROOMS = NightTable.ROOMS;

    private final Desk desk;
    private final BulkDesk bulk;
    private final RoomChanges changes;

    InventoryBulk(Desk desk, BulkDesk bulk, RoomChanges changes) {
        this.desk = desk;
        this.bulk = bulk;
        this.changes = changes;
    }

    /** Tries what was entered; makes it where its preview was looked at. */
    @PostMapping("/bulk")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        BulkValues values = new BulkValues(entered);
        List<Choices.Type> types =
                desk.at(user, hotel, (database, here) -> Choices.of(database, here));
        Map<Integer, String> names = new LinkedHashMap<>();
        types.forEach(type -> names.put(type.id(), type.name()));
        BulkDesk.Outcome outcome =
                bulk.change(
                        user,
                        hotel,
                        ROOMS,
                        values.text("stamp"),
                        names,
                        model,
                        (database, here, nights) ->
                                changes.plan(
                                        database,
                                        nights,
                                        values.scope(chosen(values, types)),
                                        new RoomChange(
                                                set(values),
                                                values.nightOrNone("copyFrom").orElse(null))));
        return new BulkAnswer(hotel, "inventory", part, model, response, next)
                .give(outcome, values);
    }

    private static List<Integer> chosen(BulkValues values, List<Choices.Type> types) {
        List<Integer> ids = values.ids();
        return ids.isEmpty()
                ? types.stream()
                        .map(Choices.Type::id)
                        .filter(id -> values.key("type") == 0 || id == values.key("type"))
                        .toList()
                : ids;
    }

    private static Map<NightField, NightValue> set(BulkValues values) {
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        values.flag(ROOMS, "closed", set);
        for (String number : List.of("offered", "heldBack", "outOfOrder")) {
            values.count(ROOMS, number, false, set);
        }
        return set;
    }
}
