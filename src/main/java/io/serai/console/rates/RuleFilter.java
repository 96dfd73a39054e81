package io.serai.console.rates;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        columns.put("name", Comparator.comparing(RuleRow::name, String.CASE_INSENSITIVE_ORDER));
        return columns;
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !(text(q) + text(state)).isEmpty();
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
