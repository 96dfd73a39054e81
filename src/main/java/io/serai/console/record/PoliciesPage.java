package io.serai.console.record;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.plan.PolicyBook;
import io.serai.hotel.plan.StoredPolicy;
import jakarta.servlet.http.HttpServletResponse;
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
                                new Wish(q, page),
                                edit == null ? null : sheet.find(database, here, edit)));
    }

    /** Makes some, or changes those that are as they were seen. */
    @PostMapping
    String write(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int page,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Wish wish = new Wish(q, page);
        Asked asked = new Asked(user, hotel, response, model, next);
        PolicyEntered entered = new PolicyEntered(new BulkValues(given));
        int id = entered.values().key("id");
        return record.write(
                asked,
                WHAT,
                (database, here) -> {
                    PolicyBook book = new PolicyBook(database, hotel);
                    if (id == 0) {
                        book.add(entered.content(here));
                    } else {
                        seen(book, id, entered.text("seen"));
                        book.change(id, entered.content(here));
                    }
                    return new RecordDesk.Written(
                            wish.address(PolicySheet.path(here)),
                            "Saved: "
                                    + entered.text("name")
                                    + ". Plans that name it say so with the content tonight, where a channel takes it.");
                },
                (database, here, why) ->
                        sheet.again(database, here, asked, wish, id, entered, why));
    }

    /** Takes some away that no plan names. */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("id") int id,
            @RequestParam("seen") String seen,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int page,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Wish wish = new Wish(q, page);
        Asked asked = new Asked(user, hotel, response, model, next);
        return record.write(
                asked,
                WHAT,
                (database, here) -> {
                    PolicyBook book = new PolicyBook(database, hotel);
                    String gone = seen(book, id, seen).content().name();
                    book.remove(id);
                    return new RecordDesk.Written(
                            wish.address(PolicySheet.path(here)), gone + " is gone.");
                },
                (database, here, why) -> sheet.again(database, here, asked, wish, id, null, why));
    }

    private static StoredPolicy seen(PolicyBook book, int id, String stamp) {
        return RecordDesk.asSeen(book.lock(id), WHAT, id, stamp);
    }
}
