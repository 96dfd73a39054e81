package io.serai.console.record;

import io.serai.console.PageAddress;
import io.serai.console.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.ui.Model;

/**
 * Which of a list are looked for.
 *
 * @param q a part of name or code
 * @param page which of its pages
 */
record Wish(String q, int page) {

    /** Whether one of this name and code is looked for. */
    boolean isMetBy(String name, String code) {
        return (name + " " + code)
                .toLowerCase(Locale.ROOT)
                .contains(q.strip().toLowerCase(Locale.ROOT));
    }

    /** The address that shows the same of the list that lies there. */
    String address(String path) {
        return PageAddress.of(path, Map.of("q", q.strip(), "page", Integer.toString(page)));
    }

    /** Gives a page those that were found, in their order. */
    void on(Model model, List<?> found) {
        model.addAttribute("q", q);
        model.addAttribute("part", Part.of(found, page));
    }
}
