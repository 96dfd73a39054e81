package io.serai.console.inbox;

import io.serai.console.PageAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which unmapped bookings are shown, and in which order; empty is any.
 *
 * @param number a part of the channel's number
 * @param hotel as somebody names it
 * @param sort {@code hotel}, or by arrival
 * @param page which of its pages; the first when it is missing
 */
record UnmappedFilter(
        @Nullable String number,
        @Nullable String hotel,
        @Nullable String sort,
        @Nullable Integer page) {

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !text(number).isEmpty() || !text(hotel).isEmpty();
    }

    String part() {
        return text(number);
    }

    boolean isByHotel() {
        return "hotel".equals(sort);
    }

    int at() {
        return page == null ? 1 : page;
    }

    /** The address that shows the same, on the same page. */
    String address() {
        return PageAddress.of(
                "/inbox/unmapped",
                Map.of(
                        "number",
                        text(number),
                        "hotel",
                        text(hotel),
                        "sort",
                        text(sort),
                        "page",
                        Integer.toString(at())));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
