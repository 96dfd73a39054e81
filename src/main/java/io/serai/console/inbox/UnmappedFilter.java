package io.serai.console.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/inbox/unmapped");
        Map<String, String> said = new LinkedHashMap<>();
        said.put("number", text(number));
        said.put("hotel", text(hotel));
        said.put("sort", text(sort));
        said.put("page", at() == 1 ? "" : Integer.toString(at()));
        said.values().removeIf(String::isEmpty);
        said.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
