package io.serai.reservation.detail;

import io.serai.reservation.People;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is looked for of bookings, as SQL: only what is asked, so that indexes serve it. */
@Component
class BookingConditions {

    private final People people;

    BookingConditions(People people) {
        this.people = people;
    }

    /** What follows {@code select …}, and the values of its parameters. */
    record Wanted(String sql, Map<String, Object> values) {}

    /** Those of a hotel that a wish is fulfilled by, and all besides. */
    Wanted of(int hotel, BookingSearch.Wish wish, Collection<BookingSearch.Only> only) {
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

    private Map<String, Condition> conditions(BookingSearch.Wish wish) {
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
