package io.serai.console.record;

import io.serai.console.Hotel;
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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A rate plan's own record, changed and taken away, as long as it is as it was seen. */
@Controller
@RequestMapping("/hotels/{hotel}/rates/plans/{plan:[0-9]{1,9}}")
class PlanActs {

    private final RecordDesk record;
    private final PlanSheet sheet;

    PlanActs(RecordDesk record, PlanSheet sheet) {
        this.record = record;
        this.sheet = sheet;
    }

    /** Changes one that is as it was seen. */
    @PostMapping
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("plan") int plan,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Asked asked = new Asked(user, hotel, response, model, next);
        PlanEntered entered = new PlanEntered(new BulkValues(given));
        return record.write(
                asked,
                PlanPage.WHAT,
                (database, here) -> {
                    PlanBook book = new PlanBook(database, hotel);
                    StoredPlan before = seen(book, plan, entered.text("seen"));
                    PlanContent content = entered.content(here);
                    List<PlanProduct> products = entered.sold().products(here);
                    PlanLimits limits = entered.sold().limits(here);
                    entered.sold().demandTicked(Choices.of(database, here), before, here);
                    demandMeant(database, here, before, products, entered);
                    book.change(before, content, products);
                    new LimitBook(database, hotel).write(plan, before.limits(), limits);
                    return new RecordDesk.Written(
                            "/hotels/" + hotel + "/rates/plans/" + plan,
                            "Saved. " + sheet.changed(database, hotel, before, content, limits));
                },
                (database, here, why) -> sheet.again(database, here, asked, plan, entered, why));
    }

    /** Takes one away that is as it was seen, with the nights it is sold for. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("plan") int plan,
            @RequestParam("seen") String seen,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Asked asked = new Asked(user, hotel, response, model, next);
        return record.write(
                asked,
                PlanPage.WHAT,
                (database, here) -> {
                    PlanBook book = new PlanBook(database, hotel);
                    String gone = seen(book, plan, seen).content().name();
                    book.remove(plan);
                    return new RecordDesk.Written(
                            "/hotels/" + hotel + "/rates/plans", gone + " is gone.");
                },
                (database, here, why) -> sheet.again(database, here, asked, plan, null, why));
    }

    private static StoredPlan seen(PlanBook book, int plan, String stamp) {
        return RecordDesk.asSeen(book.lock(plan), PlanPage.WHAT, plan, stamp);
    }

    /** What is not sold any more loses its nights: that is asked for twice. */
    private static void demandMeant(
            JdbcClient database,
            Hotel hotel,
            StoredPlan before,
            List<PlanProduct> after,
            PlanEntered entered) {
        List<Integer> kept = after.stream().map(PlanProduct::roomType).toList();
        String gone =
                Choices.of(database, hotel).stream()
                        .filter(type -> before.isSoldFor(type.id()) && !kept.contains(type.id()))
                        .map(Choices.Type::name)
                        .collect(Collectors.joining(", "));
        if (!gone.isEmpty() && !entered.has("really", "yes")) {
            throw new NotWritten(
                    422,
                    "really",
                    "Not sold for "
                            + gone
                            + " any more: all its prices and restrictions there would be gone. Nothing was saved yet; say below that you mean it.");
        }
    }
}
