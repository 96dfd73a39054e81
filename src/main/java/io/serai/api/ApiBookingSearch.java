package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.Days;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.detail.BookingSearch;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the bookings of a hotel, whoever took them. */
@Component("apiBookingSearch")
public class ApiBookingSearch {

    private static final Set<String> STATES = Set.of("booked", "modified", "cancelled", "no-show");
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final Targets targets;
    private final TenantSession tenants;
    private final BookingSearch search;
    private final BookingDetails details;

    ApiBookingSearch(
            Targets targets, TenantSession tenants, BookingSearch search, BookingDetails details) {
        this.targets = targets;
        this.tenants = tenants;
        this.search = search;
        this.details = details;
    }

    /** The newest first; {@code next} begins the next page. */
    public Page list(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel) {
        int key = targets.hotel(caller, hotel);
        Query query = new Query(exchange);
        BookingSearch.Wish wish = query.wish();
        int most = query.limit();
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    List<Long> found = search.find(session, key, wish, most + 1);
                    List<Long> shown = found.subList(0, Math.min(most, found.size()));
                    return new Page(
                            details.read(session, shown),
                            found.size() > most ? Long.toString(shown.get(most - 1)) : null);
                });
    }

    /** A page of bookings. */
    public record Page(List<BookingDetail> bookings, @Nullable String next) {}

    private record Query(Exchange exchange) {

        private BookingSearch.Wish wish() {
            String status = text("status");
            if (status != null && !STATES.contains(status)) {
                throw Problem.bad("status: '%s' (expected: one of %s)".formatted(status, STATES));
            }
            return new BookingSearch.Wish(
                    text("channel"),
                    status,
                    day("arrivalFrom"),
                    day("arrivalTo"),
                    day("departureFrom"),
                    day("departureTo"),
                    day("createdFrom"),
                    day("createdTo"),
                    day("stay"),
                    text("number"),
                    text("guest"),
                    text("email"),
                    after());
        }

        private @Nullable String text(String name) {
            String said = exchange.getMessage().getHeader(name, String.class);
            return said == null || said.isBlank() ? null : said.strip();
        }

        private @Nullable LocalDate day(String name) {
            String said = text(name);
            try {
                return said == null ? null : Days.parse(said);
            } catch (DateTimeParseException wrong) {
                throw Problem.bad(name + ": '" + said + "' (expected: a day as YYYY-MM-DD)");
            }
        }

        private @Nullable Long after() {
            String said = text("after");
            if (said != null && !said.matches("[0-9]{1,18}")) {
                throw Problem.bad(
                        "after: '%s' (expected: next of the page before)".formatted(said));
            }
            return said == null ? null : Long.valueOf(said);
        }

        private int limit() {
            String said = text("limit");
            if (said == null) {
                return USUAL;
            }
            int limit = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
            if (limit < 1 || limit > MOST) {
                throw Problem.bad(
                        "limit: '%s' (expected: a whole number from 1 to %d)"
                                .formatted(said, MOST));
            }
            return limit;
        }
    }
}
