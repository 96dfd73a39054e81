package io.serai.console.record;

import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Choices;
import io.serai.console.grid.Seen;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.plan.PlanContent;
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
        PlanEntered entered = new PlanEntered(new BulkValues(given));
        try {
            record.write(
                    user,
                    hotel,
                    PlanPage.WHAT,
                    (database, here) -> {
                        PlanBook book = new PlanBook(database, hotel);
                        StoredPlan before = seen(book, plan, entered.text("seen"));
                        PlanContent content = entered.content(here);
                        List<PlanProduct> products = entered.products(here);
                        demandMeant(database, here, before, products, entered);
                        next.addFlashAttribute(
                                "said",
                                "Saved. "
                                        + sheet.changed(
                                                database, hotel, before.content(), content));
                        book.change(before, content, products);
                        return plan;
                    });
            return "redirect:/hotels/" + hotel + "/rates/plans/" + plan;
        } catch (NotWritten not) {
            return sheet.refused(user, hotel, plan, entered, not, response, model);
        }
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
        try {
            record.write(
                    user,
                    hotel,
                    PlanPage.WHAT,
                    (database, here) -> {
                        PlanBook book = new PlanBook(database, hotel);
                        next.addFlashAttribute(
                                "said", seen(book, plan, seen).content().name() + " is gone.");
                        book.remove(plan);
                        return plan;
                    });
            return "redirect:/hotels/" + hotel + "/rates/plans";
        } catch (NotWritten not) {
            return sheet.refused(user, hotel, plan, null, not, response, model);
        }
    }

    private static StoredPlan seen(PlanBook book, int plan, String stamp) {
        StoredPlan before = book.lock(plan).orElseThrow(() -> new NotHere("plan " + plan));
        if (!Seen.stamp(before).equals(stamp)) {
            throw NotWritten.overtaken(PlanPage.WHAT);
        }
        return before;
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
