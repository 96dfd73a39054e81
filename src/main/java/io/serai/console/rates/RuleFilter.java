package io.serai.console.rates;

import io.serai.console.PageAddress;
import io.serai.console.Sorting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which price rules are shown, and in which order; empty is any.
 *
 * @param q a part of the name, of what must hold or of what it does
 * @param state {@code on} or {@code off}
 * @param sort by which column
 * @param page which of its pages; the first when it is missing
 */
record RuleFilter(
        @Nullable String q, @Nullable String state, @Nullable String sort, @Nullable Integer page) {

    /** The fields of an address that say it. */
    static final Set<String> FIELDS = Set.of("q", "state", "sort", "page");

    boolean matches(RuleRow rule) {
        return (rule.name() + " " + rule.when() + " " + rule.what())
                        .toLowerCase(Locale.ROOT)
                        .contains(text(q).toLowerCase(Locale.ROOT))
                && (text(state).isEmpty() || rule.enabled() == text(state).equals("on"));
    }

    /** By what they can be ordered. */
    static Map<String, Comparator<RuleRow>> columns() {
        Map<String, Comparator<RuleRow>> columns = new LinkedHashMap<>();
        columns.put("order", Comparator.comparing(RuleRow::place));
        columns.put("name", Comparator.comparing(RuleRow::name, Sorting.byName()));
        return columns;
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !(text(q) + text(state)).isEmpty();
    }

    /** The address that shows the same of the rules that lie there. */
    String address(String path) {
        return PageAddress.of(
                path,
                Map.of(
                        "q",
                        text(q),
                        "state",
                        text(state),
                        "sort",
                        text(sort),
                        "page",
                        Integer.toString(at())));
    }

    String order() {
        return text(sort);
    }

    int at() {
        return page == null ? 1 : page;
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }
}
