package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.Part;
import io.serai.console.Sorting;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Seen;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
                    String part = q.strip().toLowerCase(Locale.ROOT);
                    List<RoomType> found =
                            types.of(database, hotel).stream()
                                    .filter(
                                            it ->
                                                    (it.name() + " " + it.code())
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains(part))
                                    .sorted(sorting.order())
                                    .toList();
                    frame.on(model, user, here, "inventory");
                    model.addAttribute("q", q);
                    model.addAttribute("sorting", sorting);
                    model.addAttribute("part", Part.of(found, page));
                    return "record/room-types";
                });
    }

    private static Map<String, Comparator<RoomType>> columns() {
        Map<String, Comparator<RoomType>> columns = new LinkedHashMap<>();
        columns.put("name", Comparator.comparing(RoomType::name).thenComparing(RoomType::code));
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
                                RoomTypeEntered.of(new RoomType("0", "", "", 1, 2, 0, 0)),
                                null));
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
                            database, here, user, model, found, RoomTypeEntered.of(found), null);
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
        RoomTypeEntered entered = new RoomTypeEntered(new BulkValues(given));
        try {
            int added =
                    record.write(
                            user,
                            hotel,
                            WHAT,
                            (database, here) -> {
                                RoomType type = entered.type("0", entered.text("code"));
                                next.addFlashAttribute(
                                        "said",
                                        "It is made, and all its rooms are offered. "
                                                + sheet.changed(database, hotel, null, type)
                                                + " Say under Rates, Plans what it is sold as, and map a channel's room to it under Connections.");
                                return types.add(database, hotel, type);
                            });
            return "redirect:/hotels/" + hotel + "/inventory/room-types/" + added;
        } catch (NotWritten not) {
            return sheet.refused(user, hotel, 0, entered, not, response, model);
        }
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
        RoomTypeEntered entered = new RoomTypeEntered(new BulkValues(given));
        try {
            record.write(
                    user,
                    hotel,
                    WHAT,
                    (database, here) -> {
                        RoomType before =
                                types.lock(database, hotel, type)
                                        .orElseThrow(() -> new NotHere("room type " + type));
                        if (!Seen.stamp(before).equals(entered.text("seen"))) {
                            throw NotWritten.overtaken(WHAT);
                        }
                        RoomType after = entered.type(before.id(), before.code());
                        next.addFlashAttribute(
                                "said", "Saved. " + sheet.changed(database, hotel, before, after));
                        types.write(database, after);
                        return type;
                    });
            return "redirect:/hotels/" + hotel + "/inventory/room-types/" + type;
        } catch (NotWritten not) {
            return sheet.refused(user, hotel, type, entered, not, response, model);
        }
    }
}
