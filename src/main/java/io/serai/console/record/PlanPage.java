package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.hotel.plan.LimitBook;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PlanContent;
import io.serai.hotel.plan.PlanLimits;
import io.serai.hotel.plan.PlanProduct;
import io.serai.hotel.plan.StoredPlan;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** A rate plan's own record: seen, and made. */
@Controller
@RequestMapping("/hotels/{hotel}/rates/plans")
class PlanPage {

    static final String WHAT = "rate plan";

    private final Desk desk;
    private final RecordDesk record;
    private final PlanSheet sheet;

    PlanPage(Desk desk, RecordDesk record, PlanSheet sheet) {
        this.desk = desk;
        this.record = record;
        this.sheet = sheet;
    }

    /**
     * The form of another one.
     *
     * @param from the key of the plan that it is to be made from; null: it has its own prices
     */
    @GetMapping("/new")
    String another(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "from", required = false) @Nullable Integer from,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    StoredPlan parent = from == null ? null : PlanSheet.find(database, here, from);
                    return sheet.show(
                            database,
                            here,
                            user,
                            model,
                            null,
                            Shown.another(
                                    PlanEntered.of(
                                            PlanContent.another(
                                                    from, parent == null ? null : parent.content()),
                                            parent == null ? List.of() : parent.withoutPrices(),
                                            here)));
                });
    }

    @GetMapping("/{plan:[0-9]{1,9}}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("plan") int plan,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    StoredPlan found = PlanSheet.find(database, here, plan);
                    return sheet.show(
                            database,
                            here,
                            user,
                            model,
                            found,
                            Shown.of(found, PlanEntered.of(found, here)));
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
        PlanEntered entered = new PlanEntered(new BulkValues(given));
        return record.write(
                asked,
                WHAT,
                (database, here) -> {
                    PlanContent content = entered.content(here);
                    List<PlanProduct> products = entered.sold().products(here);
                    PlanLimits limits = entered.sold().limits(here);
                    entered.sold().demandTicked(Choices.of(database, here), null, here);
                    int added = new PlanBook(database, hotel).add(content, products);
                    new LimitBook(database, hotel).write(added, PlanLimits.NONE, limits);
                    return new RecordDesk.Written(
                            "/hotels/" + hotel + "/rates/plans/" + added,
                            "It is made. "
                                    + sheet.changed(database, hotel, null, content, limits)
                                    + " Map a channel's rate to it under Connections.");
                },
                (database, here, why) -> sheet.again(database, here, asked, 0, entered, why));
    }
}
