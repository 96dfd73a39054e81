package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.console.grid.Seen;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPolicy;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/** What a hotel's guests pay for cancelling: terms that rate plans name. */
@Controller
@RequestMapping("/hotels/{hotel}/rates/cancellation")
class PoliciesPage {

    private static final String WHAT = "set of terms";

    private final Desk desk;
    private final RecordDesk record;
    private final PolicySheet sheet;

    PoliciesPage(Desk desk, RecordDesk record, PolicySheet sheet) {
        this.desk = desk;
        this.record = record;
        this.sheet = sheet;
    }

    /** All of them, and the form that makes others; or that changes one. */
    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "edit", required = false) @Nullable Integer edit,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) ->
                        sheet.show(
                                database,
                                here,
                                user,
                                model,
                                new PolicySheet.Wish(q, page),
                                edit == null ? null : find(database, hotel, edit),
                                null,
                                null));
    }

    /** Makes some, or changes those that are as they were seen. */
    @PostMapping
    String write(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        PolicyEntered entered = new PolicyEntered(new BulkValues(given));
        int id = entered.values().key("id");
        try {
            record.write(
                    user,
                    hotel,
                    WHAT,
                    (database, here) -> {
                        PolicyBook book = new PolicyBook(database, hotel);
                        if (id == 0) {
                            return book.add(entered.content(here));
                        }
                        seen(book, id, entered.text("seen"));
                        book.change(id, entered.content(here));
                        return id;
                    });
            next.addFlashAttribute(
                    "said",
                    "Saved: "
                            + entered.text("name")
                            + ". Plans that name it say so with the content tonight, where a channel takes it.");
            return "redirect:/hotels/" + hotel + "/rates/cancellation";
        } catch (NotWritten not) {
            return refused(user, hotel, id, entered, not, response, model);
        }
    }

    /** Takes some away that no plan names. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            @RequestParam("seen") String seen,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            record.write(
                    user,
                    hotel,
                    WHAT,
                    (database, here) -> {
                        PolicyBook book = new PolicyBook(database, hotel);
                        next.addFlashAttribute(
                                "said", seen(book, id, seen).content().name() + " is gone.");
                        book.remove(id);
                        return id;
                    });
            return "redirect:/hotels/" + hotel + "/rates/cancellation";
        } catch (NotWritten not) {
            return refused(user, hotel, id, null, not, response, model);
        }
    }

    private static StoredPolicy find(JdbcClient database, int hotel, int id) {
        return new PolicyBook(database, hotel)
                .find(id)
                .orElseThrow(() -> new NotHere("cancellation terms " + id));
    }

    private static StoredPolicy seen(PolicyBook book, int id, String stamp) {
        StoredPolicy before =
                book.lock(id).orElseThrow(() -> new NotHere("cancellation terms " + id));
        if (!Seen.stamp(before).equals(stamp)) {
            throw NotWritten.overtaken(WHAT);
        }
        return before;
    }

    private String refused(
            SignedIn user,
            int hotel,
            int id,
            @Nullable PolicyEntered entered,
            NotWritten not,
            HttpServletResponse response,
            Model model) {
        response.setStatus(not.status());
        return desk.at(
                user,
                hotel,
                (database, here) ->
                        sheet.show(
                                database,
                                here,
                                user,
                                model,
                                new PolicySheet.Wish("", 1),
                                id == 0 ? null : find(database, hotel, id),
                                not.isOvertaken() ? null : entered,
                                not.refusal()));
    }
}
