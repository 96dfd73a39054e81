package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.property.Hotel;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds bookings of a hotel by what a query demands, the first booked first, a page at a time. */
final class ReservationQuery {

    private static final int LARGEST_PAGE = 25;
    private static final Duration BACK = Duration.ofDays(465);

    private final Bookings bookings;
    private final ReservationView view;
    private final Clock clock;

    ReservationQuery(Bookings bookings, ReservationView view, Clock clock) {
        this.bookings = bookings;
        this.view = view;
        this.clock = clock;
    }

    /** The page of a hotel's bookings that the arguments ask for. */
    Map<String, Object> page(Hotel hotel, Map<String, Object> arguments) {
        int size = (Integer) arguments.get("pageSize");
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refused.input("pageSize is " + size + " (expected: 1 to " + LARGEST_PAGE + ")");
        }
        var all = found(hotel, arguments);
        var after = after((String) arguments.get("after"));
        var rest = all.stream().filter(booking -> booking.id() > after).toList();
        var page = rest.subList(0, Math.min(size, rest.size()));
        var info = new HashMap<String, Object>();
        info.put("hasNextPage", rest.size() > page.size());
        info.put("endCursor", page.isEmpty() ? null : cursor(page.get(page.size() - 1)));
        return Map.of(
                "totalCount",
                all.size(),
                "pageInfo",
                info,
                "edges",
                page.stream()
                        .map(
                                booking ->
                                        Map.of(
                                                "cursor",
                                                cursor(booking),
                                                "node",
                                                view.of(booking, hotel)))
                        .toList());
    }

    private List<Booking> found(Hotel hotel, Map<String, Object> arguments) {
        var demands = new Demanded(hotel.id(), Timestamp.from(clock.instant().minus(BACK)));
        demands.departure(part(arguments, "checkOutDate"));
        var filter = part(arguments, "filter");
        demands.arrival(part(filter, "checkInDate"));
        demands.departure(part(filter, "checkOutDate"));
        demands.changed(part(filter, "lastUpdatedDateTime"));
        demands.ids(list(filter, "ids"));
        demands.ids(
                list(filter, "reservationIds") == null
                        ? null
                        : list(filter, "reservationIds").stream()
                                .map(node -> ((Map<?, ?>) node).get("id"))
                                .toList());
        var statuses = list(filter, "status");
        if (statuses != null) {
            demands.cancelled(statuses.contains("CANCELLED"), statuses.contains("BOOKED"));
        }
        return bookings.find(demands.where(), demands.params.toArray());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> part(
            @Nullable Map<String, Object> whole, String name) {
        return whole == null ? null : (Map<String, Object>) whole.get(name);
    }

    private static @Nullable List<?> list(@Nullable Map<String, Object> whole, String name) {
        return whole == null ? null : (List<?>) whole.get(name);
    }

    private static String cursor(Booking booking) {
        return Base64.getEncoder()
                .encodeToString(Long.toString(booking.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static long after(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty()
                    ? 0
                    : Long.parseLong(
                            new String(
                                    Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException foreign) {
            throw Refused.input("after '" + cursor + "' (expected: a cursor of an answer)");
        }
    }

    /** The conditions and their values. */
    private static final class Demanded {

        private final StringBuilder conditions = new StringBuilder("where b.hotel_id = ?");
        private final List<Object> params = new ArrayList<>();

        Demanded(long hotel, Timestamp since) {
            params.add(hotel);
            and("b.created_at >= ?", since);
        }

        void arrival(@Nullable Map<String, Object> range) {
            if (range != null) {
                and("b.arrival >= ?", range.get("from"));
                var to = (LocalDate) range.get("to");
                and("b.arrival <= ?", to == null ? LocalDate.of(9999, 1, 1) : to);
            }
        }

        void departure(@Nullable Map<String, Object> range) {
            if (range != null) {
                and("b.departure >= ?", range.get("from"));
                and("b.departure <= ?", range.get("to"));
            }
        }

        void changed(@Nullable Map<String, Object> range) {
            if (range != null) {
                and("b.changed_at >= ?", at(range.get("from")));
                and("b.changed_at <= ?", at(range.get("to")));
            }
        }

        void ids(@Nullable List<?> ids) {
            if (ids != null) {
                and("b.booking_id::text = any (string_to_array(?, ','))", joined(ids));
            }
        }

        void cancelled(boolean cancelled, boolean booked) {
            and("(b.status = 'cancelled' and ? or b.status = 'booked' and ?)", cancelled);
            params.add(booked);
        }

        String where() {
            return conditions + " order by b.booking_id";
        }

        private void and(String condition, Object value) {
            conditions.append(" and ").append(condition);
            params.add(value);
        }

        private static Timestamp at(Object moment) {
            return Timestamp.from(((OffsetDateTime) moment).toInstant());
        }

        private static String joined(List<?> ids) {
            return String.join(",", ids.stream().map(String::valueOf).toList());
        }
    }
}
