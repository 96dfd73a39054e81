package io.serai.console.bookings;

import io.serai.hotel.Days;
import io.serai.reservation.detail.BookingSearch.Only;
import io.serai.reservation.detail.BookingSearch.Order;
import io.serai.reservation.detail.BookingSearch.Wish;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of bookings shows, as its address says it; empty or missing is any.
 *
 * @param status of one of these, or {@code standing}: neither cancelled nor a no-show
 * @param needs {@code oversold}, {@code unmapped} or {@code unconfirmed}
 * @param by what {@code from} and {@code to} are of: {@code stay}, {@code arrival}, {@code
 *     departure} or {@code booked}
 * @param guest a whole name, or an e-mail address
 * @param sort in which order
 * @param page from 1
 */
record BookingFilter(
        @Nullable String channel,
        @Nullable String status,
        @Nullable String needs,
        @Nullable String by,
        @Nullable String from,
        @Nullable String to,
        @Nullable String guest,
        @Nullable String number,
        @Nullable String sort,
        @Nullable Integer page) {

    /** Deeper than anybody turns pages: who looks for older ones says which. */
    private static final int LAST_PAGE = 10_000;

    private static final String STANDING = "standing";

    /**
     * What it means for the search.
     *
     * @throws EnteredWrong where it cannot be meant
     */
    Wish wish() {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw EnteredWrong.turned();
        }
        String dates = by == null || by.isBlank() ? "stay" : by;
        boolean stay = dates.equals("stay");
        boolean arrival = dates.equals("arrival");
        boolean departure = dates.equals("departure");
        boolean booked = dates.equals("booked");
        String who = given(guest);
        boolean email = who != null && who.contains("@");
        return new Wish(
                given(channel),
                STANDING.equals(status) ? null : given(status),
                arrival ? first : null,
                arrival || stay ? last : null,
                departure ? first : stay && first != null ? first.plusDays(1) : null,
                departure ? last : null,
                booked ? first : null,
                booked ? last : null,
                null,
                given(number),
                email ? null : who,
                email ? who : null,
                null);
    }

    /** What bookings are, besides. */
    List<Only> only() {
        List<Only> only = new ArrayList<>();
        if (STANDING.equals(status)) {
            only.add(Only.STANDING);
        }
        String wanted = given(needs);
        for (Only each : Only.values()) {
            if (each != Only.STANDING && each.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                only.add(each);
            }
        }
        return only;
    }

    Order order() {
        for (Order each : Order.values()) {
            if (word(each).equals(sort)) {
                return each;
            }
        }
        return Order.NEWEST;
    }

    /** From 1. */
    int at() {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
    }

    /** Whether it leaves out anything. */
    public boolean isNarrow() {
        return values().entrySet().stream()
                .anyMatch(each -> !each.getKey().equals("by") && !each.getKey().equals("sort"));
    }

    /** The address of the same in another order; again by the same column: the other way round. */
    public String sorted(String order, String otherwise) {
        return query(order.equals(word(order())) ? otherwise : order, 1);
    }

    /** How a column is sorted, as tables say it; none where it is not. */
    public @Nullable String direction(String ascending, String descending) {
        String now = word(order());
        return now.equals(ascending) ? "ascending" : now.equals(descending) ? "descending" : null;
    }

    /** The address of another page of it. */
    public String paged(int number) {
        return query(sort, number);
    }

    private String query(@Nullable String order, int number) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        Map<String, String> all = values();
        all.remove("sort");
        if (given(order) != null) {
            all.put("sort", order);
        }
        if (number > 1) {
            all.put("page", Integer.toString(number));
        }
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "channel", channel);
        put(values, "status", status);
        put(values, "needs", needs);
        put(values, "by", by);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "guest", guest);
        put(values, "number", number);
        put(values, "sort", sort);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (given(value) != null) {
            values.put(name, value);
        }
    }

    /**
     * A day.
     *
     * @throws EnteredWrong when it is none
     */
    private static @Nullable LocalDate day(String name, @Nullable String said) {
        try {
            return given(said) == null ? null : Days.parse(said);
        } catch (DateTimeParseException wrong) {
            throw EnteredWrong.of("%s: '%s' (expected: a day as 2027-07-01)".formatted(name, said));
        }
    }

    private static @Nullable String given(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    private static String word(Order order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return "bookings of " + channel + ", " + status;
    }
}
