package io.serai.console.record;

import io.serai.console.Part;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;

/**
 * Which of a list are looked for.
 *
 * @param q a part of name or code
 * @param sort by what; empty: as the list does by itself
 */
record Wish(String q, String sort, int page) {

    /** Whether one of this name and code is looked for. */
    boolean isMetBy(String name, String code) {
        return (name + " " + code)
                .toLowerCase(Locale.ROOT)
                .contains(q.strip().toLowerCase(Locale.ROOT));
    }

    /** Gives a page those that were found, in their order. */
    void on(Model model, List<?> found) {
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("part", Part.of(found, page));
    }
}
