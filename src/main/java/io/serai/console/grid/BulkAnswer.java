package io.serai.console.grid;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers where a change of many nights was asked for: in its place, or on a page of its own.
 *
 * @param area the section that it was asked for in
 * @param part whether a part of a page is asked for; null: a page
 */
public record BulkAnswer(
        int hotel,
        String area,
        @Nullable String part,
        Model model,
        HttpServletResponse response,
        RedirectAttributes next) {

    /** A value that is given again when a change is made. */
    public record Again(String name, String value) {}

    /** The view that tells the outcome. */
    public String give(BulkDesk.Outcome outcome, @Nullable BulkValues values) {
        response.setStatus(outcome.status());
        if (!outcome.done().isEmpty()) {
            response.setHeader("HX-Trigger", "changed");
            if (part == null) {
                next.addFlashAttribute("outcome", outcome);
                return "redirect:/hotels/" + hotel + "/" + area;
            }
        }
        if (part == null && values == null) {
            next.addFlashAttribute("outcome", outcome);
            return "redirect:/hotels/" + hotel + "/" + area;
        }
        model.addAttribute("outcome", outcome);
        model.addAttribute("again", again(values));
        model.addAttribute("area", area);
        model.addAttribute("path", "/hotels/" + hotel + "/" + area);
        return part == null ? "grid/bulk" : "grid/bulk :: outcome";
    }

    /** What was entered, to be given again. */
    public static List<Again> again(@Nullable BulkValues values) {
        List<Again> again = new ArrayList<>();
        if (values != null) {
            values.values()
                    .forEach(
                            (name, all) -> {
                                if (!name.equals("stamp")
                                        && !name.equals("save")
                                        && !name.equals("_csrf")) {
                                    all.forEach(value -> again.add(new Again(name, value)));
                                }
                            });
        }
        return again;
    }
}
