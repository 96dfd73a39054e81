package io.serai.console.grid;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.hotel.night.NightTable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is done alike in every grid: a room type unfolded or folded, many nights changed, that taken
 * back.
 */
@Controller
@RequestMapping("/hotels/{hotel}/{area:rates|inventory}")
class GridPage {

    private final Desk desk;
    private final GridView view;
    private final BulkDesk bulk;
    private final Map<String, GridReader> readers;
    private final Map<NightTable, BulkPlanner> planners;

    GridPage(
            Desk desk,
            GridView view,
            BulkDesk bulk,
            List<GridReader> readers,
            List<BulkPlanner> planners) {
        this.desk = desk;
        this.view = view;
        this.bulk = bulk;
        this.readers =
                readers.stream().collect(Collectors.toMap(GridReader::area, Function.identity()));
        this.planners =
                planners.stream()
                        .collect(Collectors.toMap(BulkPlanner::table, Function.identity()));
    }

    @GetMapping("/groups/{group}")
    String group(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("area") String area,
            @PathVariable("group") int group,
            @RequestParam(name = "fold", defaultValue = "false") boolean fold,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    GridLook look = new GridLook(database, user, here, query, model);
                    view.group(look, readers.get(area), group, fold);
                    return "grid/parts :: one";
                });
    }

    /** Tries what was entered of many nights; makes it where its preview was looked at. */
    @PostMapping("/bulk")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("area") String area,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        BulkValues values = new BulkValues(entered);
        BulkPlanner planner = planners.get(readers.get(area).table());
        return new BulkAnswer(hotel, area, part, model, response, next)
                .give(bulk.change(user, hotel, planner, values, model), values);
    }

    @PostMapping("/undo")
    String undo(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("area") String area,
            @RequestParam("id") long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        return new BulkAnswer(hotel, area, part, model, response, next)
                .give(bulk.undo(user, hotel, readers.get(area).table(), id), null);
    }
}
