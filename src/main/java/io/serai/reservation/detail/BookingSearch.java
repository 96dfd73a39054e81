package io.serai.reservation.detail;

import io.serai.reservation.People;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds bookings of a hotel; people by the keyed hash of their whole name or their e-mail. */
@Component
public class BookingSearch {

    private final People people;

    BookingSearch(People people) {
        this.people = people;
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

        private final String sql;

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

        private final String sql;

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
        var wanted = where(hotel, wish, only);
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
        var wanted = where(hotel, wish, only);
        return session.sql("select count(*) from (select 1" + wanted.sql() + " limit :most) found")
                .params(wanted.values())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private record Wanted(String sql, Map<String, Object> values) {}

    private Wanted where(int hotel, Wish wish, Collection<Only> only) {
        var values = new LinkedHashMap<String, Object>();
        var sql = new StringBuilder(" from reservations r where r.hotel_id = :hotel");
        values.put("hotel", hotel);
        only.forEach(each -> sql.append(" and ").append(each.sql));
        conditions(wish)
                .forEach(
                        (name, condition) -> {
                            if (condition.value() != null) {
                                sql.append(" and ").append(condition.sql());
                                values.put(name, condition.value());
                            }
                        });
        return new Wanted(sql.toString(), values);
    }

    private record Condition(@Nullable Object value, String sql) {}

    private Map<String, Condition> conditions(Wish wish) {
        var all = new LinkedHashMap<String, Condition>();
        all.put("before", new Condition(wish.before(), "r.id < :before"));
        all.put("channel", new Condition(wish.channel(), "r.provider = :channel"));
        all.put("status", new Condition(wish.status(), "r.status = :status"));
        all.put("arrivalFrom", new Condition(wish.arrivalFrom(), "r.arrival >= :arrivalFrom"));
        all.put("arrivalTo", new Condition(wish.arrivalTo(), "r.arrival <= :arrivalTo"));
        all.put(
                "departureFrom",
                new Condition(wish.departureFrom(), "r.departure >= :departureFrom"));
        all.put("departureTo", new Condition(wish.departureTo(), "r.departure <= :departureTo"));
        all.put(
                "createdFrom",
                new Condition(
                        wish.createdFrom(), "r.created_at >= " + midnight(":createdFrom", 0)));
        all.put(
                "createdTo",
                new Condition(wish.createdTo(), "r.created_at < " + midnight(":createdTo", 1)));
        all.put(
                "stay",
                new Condition(
                        wish.stay(),
                        """
                        exists (select from reservation_rooms m
                                 where m.reservation_id = r.id and m.arrival <= :stay and m.departure > :stay)"""));
        all.put(
                "number",
                new Condition(wish.number(), "(r.number = :number or r.hotel_number = :number)"));
        all.put(
                "guest",
                new Condition(
                        wish.guest() == null ? null : people.nameHash(wish.guest()),
                        """
                        r.id in (select b.id from reservations b where b.hotel_id = :hotel and b.booker_hash = :guest
                                 union select g.reservation_id from guests g where g.hotel_id = :hotel and g.name_hash = :guest)"""));
        all.put(
                "email",
                new Condition(
                        wish.email() == null ? null : people.emailHash(wish.email()),
                        "r.email_hash = :email"));
        return all;
    }

    /** The beginning of a day at the hotel, or of one after it. */
    private static String midnight(String day, int after) {
        return """
        (cast(%s as date) + %d)::timestamp at time zone (select time_zone from hotels where id = :hotel)"""
                .formatted(day, after);
    }
}
