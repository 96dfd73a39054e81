package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Sorting;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A hotel's room types: listed, seen, made and changed. */
@Controller
@RequestMapping("/hotels/{hotel}/inventory/room-types")
class RoomTypePage {

    private static final String WHAT = "room type";

    private final Desk desk;
    private final Frame frame;
    private final RecordDesk record;
    private final RoomTypeSheet sheet;
    private final RoomTypes types;

    RoomTypePage(Desk desk, Frame frame, RecordDesk record, RoomTypeSheet sheet, RoomTypes types) {
        this.desk = desk;
        this.frame = frame;
        this.record = record;
        this.sheet = sheet;
        this.types = types;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    Sorting<RoomType> sorting = Sorting.of(sort, columns());
                    Wish wish = new Wish(q, page);
                    List<RoomType> found =
                            types.of(database, hotel).stream()
                                    .filter(it -> wish.isMetBy(it.name(), it.code()))
                                    .sorted(sorting.order())
                                    .toList();
                    frame.on(model, user, here, "inventory");
                    wish.on(model, found);
                    model.addAttribute("sorting", sorting);
                    return "record/room-types";
                });
    }

    private static Map<String, Comparator<RoomType>> columns() {
        Map<String, Comparator<RoomType>> columns = new LinkedHashMap<>();
        columns.put(
                "name",
                Comparator.comparing(RoomType::name, Sorting.byName())
                        .thenComparing(RoomType::code));
        columns.put("code", Comparator.comparing(RoomType::code));
        columns.put("size", Comparator.comparing(RoomType::size));
        return columns;
    }

    /** The form of another one. */
    @GetMapping("/new")
    String another(
            @AuthenticationPrincipal SignedIn user, @PathVariable("hotel") int hotel, Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) ->
                        sheet.show(
                                database,
                                here,
                                user,
                                model,
                                null,
                                Shown.another(
                                        RoomTypeEntered.of(
                                                new RoomType("0", "", "", 1, 2, 0, 0)))));
    }

    @GetMapping("/{type:[0-9]{1,9}}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("type") int type,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    RoomType found = sheet.find(database, here, type);
                    return sheet.show(
                            database,
                            here,
                            user,
                            model,
                            found,
                            Shown.of(found, RoomTypeEntered.of(found)));
                });
    }

    /** Makes one. */
    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Asked asked = new Asked(user, hotel, response, model, next);
        RoomTypeEntered entered = new RoomTypeEntered(new BulkValues(given));
        return record.write(
                asked,
                WHAT,
                (database, here) -> {
                    RoomType type = entered.type("0", entered.text("code"));
                    return new RecordDesk.Written(
                            path(hotel, types.add(database, hotel, type)),
                            "It is made, and all its rooms are offered. "
                                    + sheet.changed(database, hotel, null, type)
                                    + " Say under Rates, Plans what it is sold as, and map a channel's room to it under Connections.");
                },
                (database, here, why) -> sheet.again(database, here, asked, 0, entered, why));
    }

    private static String path(int hotel, int type) {
        return "/hotels/" + hotel + "/inventory/room-types/" + type;
    }

    /** Changes one that is as it was seen. */
    @PostMapping("/{type:[0-9]{1,9}}")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("type") int type,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Asked asked = new Asked(user, hotel, response, model, next);
        RoomTypeEntered entered = new RoomTypeEntered(new BulkValues(given));
        return record.write(
                asked,
                WHAT,
                (database, here) -> {
                    RoomType before =
                            RecordDesk.asSeen(
                                    types.lock(database, hotel, type),
                                    WHAT,
                                    type,
                                    entered.text("seen"));
                    RoomType after = entered.type(before.id(), before.code());
                    types.write(database, after);
                    return new RecordDesk.Written(
                            path(hotel, type),
                            "Saved. " + sheet.changed(database, hotel, before, after));
                },
                (database, here, why) -> sheet.again(database, here, asked, type, entered, why));
    }
}
