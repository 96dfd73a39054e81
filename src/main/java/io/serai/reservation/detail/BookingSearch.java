package io.serai.reservation.detail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds bookings of a hotel; people by the keyed hash of their whole name or their e-mail. */
@Component
public class BookingSearch {

    private final BookingConditions conditions;

    BookingSearch(BookingConditions conditions) {
        this.conditions = conditions;
    }

    /**
     * What is looked for; all of it must hold, null is whatever.
     *
     * @param channel as {@link BookingDetail#channel}
     * @param stay a night that a guest sleeps in the house
     * @param number the channel's, ours, or the hotel's own
     * @param guest the whole name of the booker or of a guest
     * @param email of the booker
     * @param before bookings older than the one of this key
     */
    public record Wish(
            @Nullable String channel,
            @Nullable String status,
            @Nullable LocalDate arrivalFrom,
            @Nullable LocalDate arrivalTo,
            @Nullable LocalDate departureFrom,
            @Nullable LocalDate departureTo,
            @Nullable LocalDate createdFrom,
            @Nullable LocalDate createdTo,
            @Nullable LocalDate stay,
            @Nullable String number,
            @Nullable String guest,
            @Nullable String email,
            @Nullable Long before) {

        /** A guest's name is no text for a log. */
        @Override
        public String toString() {
            return "bookings of " + channel + ", " + status;
        }
    }

    /** What bookings of a search besides are. */
    public enum Only {
        /** To come, or here: neither cancelled nor a no-show. */
        STANDING("r.status in ('booked', 'modified')"),
        /** Taken though no room was left. */
        OVERSOLD("r.is_oversold"),
        /** With a room or rate that has no meaning here yet. */
        UNMAPPED("r.is_unmapped"),
        /** Whose channel waits to hear that we have it. */
        UNCONFIRMED(
                """
                r.provider <> 'direct' and exists (select from reservation_revisions v
                    where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null
                      and v.confirm_ended_at is null and v.expires_at is not null)""");

        final String sql;

        Only(String sql) {
            this.sql = sql;
        }
    }

    /** In which order bookings are found. */
    public enum Order {
        NEWEST("r.id desc"),
        OLDEST("r.id"),
        CHANGED("r.updated_at desc, r.id desc"),
        ARRIVAL("r.arrival, r.id"),
        ARRIVAL_LAST("r.arrival desc nulls last, r.id desc"),
        DEPARTURE("r.departure, r.id"),
        DEPARTURE_LAST("r.departure desc nulls last, r.id desc"),
        TOTAL("r.total, r.id"),
        TOTAL_MOST("r.total desc nulls last, r.id desc");

        final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** The keys of at most so many bookings that the session sees, the newest first. */
    public List<Long> find(JdbcClient session, int hotel, Wish wish, int most) {
        return find(session, hotel, wish, List.of(), Order.NEWEST, 0, most);
    }

    /**
     * The keys of at most so many bookings that the session sees.
     *
     * @param only all of it must hold
     * @param skip so many before them
     */
    public List<Long> find(
            JdbcClient session,
            int hotel,
            Wish wish,
            Collection<Only> only,
            Order order,
            int skip,
            int most) {
        var wanted = conditions.of(hotel, wish, only);
        return session.sql(
                        "select r.id"
                                + wanted.sql()
                                + " order by "
                                + order.sql
                                + " limit :most offset :skip")
                .params(wanted.values())
                .param("most", most)
                .param("skip", skip)
                .query(Long.class)
                .list();
    }

    /** How many there are, counted up to so many. */
    public int count(JdbcClient session, int hotel, Wish wish, Collection<Only> only, int most) {
        var wanted = conditions.of(hotel, wish, only);
        return session.sql("select count(*) from (select 1" + wanted.sql() + " limit :most) found")
                .params(wanted.values())
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
