package io.serai.console.inbox;

import io.serai.console.PageAddress;
import io.serai.console.Sorting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which receivers of alerts are shown, and in which order; empty is any.
 *
 * @param q a part of the name or address
 * @param of whose alerts: a hotel as somebody names it
 * @param told {@code on}, {@code off}, or {@code given-up} where something was
 * @param sort by which column
 * @param page which of its pages; the first when it is missing
 */
record ReceiverFilter(
        @Nullable String q,
        @Nullable String of,
        @Nullable String told,
        @Nullable String sort,
        @Nullable Integer page) {

    /** All, in the usual order. */
    static final ReceiverFilter NONE = new ReceiverFilter(null, null, null, null, null);

    boolean matches(ReceiverRow row) {
        return (row.name() + " " + row.address())
                        .toLowerCase(Locale.ROOT)
                        .contains(text(q).toLowerCase(Locale.ROOT))
                && switch (text(told)) {
                    case "on" -> row.state().equals("on");
                    case "off" -> !row.state().equals("on");
                    case "given-up" -> row.parked() > 0;
                    default -> true;
                };
    }

    /** By what they can be ordered. */
    static Map<String, Comparator<ReceiverRow>> columns() {
        Map<String, Comparator<ReceiverRow>> columns = new LinkedHashMap<>();
        columns.put(
                "name",
                Comparator.comparing(ReceiverRow::name, Sorting.byName())
                        .thenComparing(ReceiverRow::id));
        columns.put("of", Comparator.comparing(ReceiverRow::where, Sorting.byName()));
        columns.put("state", Comparator.comparing(ReceiverRow::state));
        columns.put("waiting", Comparator.comparing(ReceiverRow::waiting));
        columns.put("parked", Comparator.comparing(ReceiverRow::parked));
        return columns;
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !(text(q) + text(of) + text(told)).isEmpty();
    }

    /** The address that shows the same, on the same page. */
    String address() {
        return PageAddress.of(
                "/inbox/receivers",
                Map.of(
                        "q",
                        text(q),
                        "of",
                        text(of),
                        "told",
                        text(told),
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
