package io.serai.bench;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A chain with as many reservations as wanted: arrivals from two years ago to a year ahead, 1 to 5
 * nights, three channels and the hotel's own, one in four cancelled, one in fifty a no-show; with
 * what reports lay beside them: rooms, prices that channels hold, quotes, payments.
 */
final class BookedHotels {

    static final int HOTELS = 50;

    private static final int AT_ONCE = 100_000;

    private static final List<String> HOUSES =
            List.of(
                    "select serai_make_months(current_date - 731, current_date + 366)::text",
                    "insert into channel_accounts (provider, name, login_sealed, login_hash) select 'channel-' || n, 'bench', '', n::text::bytea from generate_series(1, 3) n",
                    "insert into hotels (code, name, time_zone, currency) select 'chain-' || n, 'Hotel ' || n, 'Europe/Lisbon', 'EUR' from generate_series(1, 50) n",
                    "insert into room_types (hotel_id, code, name, size, max_guests) select h.id, 'R' || n, 'Room', 10, 2 from hotels h, generate_series(1, 10) n",
                    "insert into rate_plans (hotel_id, code, name) select h.id, 'P' || n, 'Plan' from hotels h, generate_series(1, 4) n",
                    "insert into products (hotel_id, room_type_id, rate_plan_id) select t.hotel_id, t.id, p.id from room_types t join rate_plans p using (hotel_id)",
                    """
                    insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                    select a.provider, 'ota', a.provider, '{}', jsonb_build_object('hotel_id', h.id::text), h.id, a.id, 'broken' from hotels h, channel_accounts a
                    """,
                    "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id) select t.hotel_id, c.id, t.id, t.id from room_types t join third_party_integrations c using (hotel_id) where c.provider <> 'channel-3'",
                    "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id) select p.hotel_id, c.id, p.room_type_id, p.id, p.id from products p join third_party_integrations c using (hotel_id) where c.provider <> 'channel-3'",
                    "insert into room_nights (room_type_id, night, hotel_id, offered, out_of_order) select t.id, current_date + d, t.hotel_id, 10, (abs(hashint4(d * 7919 + t.id)) % 50 = 0)::integer from room_types t, generate_series(-730, 365) d",
                    "insert into held_nights (remote_id, night, hotel_id, rooms, room_closed) select r.id, current_date + d, r.hotel_id, 4, false from ota_rate_plans r, generate_series(0, 91) d where r.remote_rate is null",
                    "insert into held_nights (remote_id, night, hotel_id, closed, prices) select r.id, current_date + d, r.hotel_id, false, array [10000 + abs(hashint4(d + r.id)) % 20 * 100] from ota_rate_plans r, generate_series(0, 91) d where r.remote_rate is not null",
                    "insert into quote_counts (hotel_id, asked_on, arrival, asked, bookable) select h.id, current_date - d, current_date - d + a * 3, 20, 15 from hotels h, generate_series(0, 729) d, generate_series(0, 29) a");

    private static final List<String> BOOKED =
            List.of(
                    """
                    insert into reservations (hotel_id, provider, number, status, arrival, departure, currency, total, commission, booked_at, revision, booker_sealed, booker_hash)
                    select :first + n % 50, case when c < 1 then 'direct' else 'channel-' || c end, 'B' || n,
                           case when s < 25 then 'cancelled' when s < 27 then 'no-show' when s < 40 then 'modified' else 'booked' end,
                           a, a + nights, 'EUR', nights * price, case when c > 0 then round(nights * price * 0.15, 2) end,
                           (a - lead) + time '12:00' at time zone 'Europe/Lisbon', 1, decode(repeat(md5(n::text), 5), 'hex'), decode(md5(n::text), 'hex')
                      from (select n, abs(hashint4(n)::bigint) % 4 as c, abs(hashint4(n + 500000001)::bigint) % 100 as s,
                                   current_date - 730 + (abs(hashint4(n + 700000001)::bigint) % 1095)::integer as a, 1 + (abs(hashint4(n + 900000001)::bigint) % 5)::integer as nights,
                                   80 + abs(hashint4(n + 1100000001)::bigint) % 120 as price, (abs(hashint4(n + 1300000001)::bigint) % 180)::integer as lead
                              from generate_series(:from, :to) n) b
                    """,
                    """
                    insert into reservation_rooms (hotel_id, reservation_id, room_index, remote_room, adults, arrival, departure, total)
                    select hotel_id, id, '1', 'R', 2, arrival, departure, total from reservations where id between :from and :to
                    """,
                    """
                    insert into reservation_nights (hotel_id, reservation_id, room_index, night, remote_rate, price)
                    select hotel_id, id, '1', arrival + n, 'P', total / (departure - arrival)
                      from reservations, generate_series(0, departure - arrival - 1) n where id between :from and :to
                    """,
                    """
                    insert into reservation_revisions (hotel_id, reservation_id, number, revision, kind, content_hash, body_sealed, changed_at)
                    select hotel_id, id, number, 1, 'cancel', decode(md5(number), 'hex'), '', booked_at + (arrival + 1 - booked_at::date) * 0.6 * interval '1 day'
                      from reservations where id between :from and :to and status = 'cancelled'
                    """,
                    """
                    insert into ota_payments (hotel_id, reservation_id, collected_by, method, amount, commission, currency, status)
                    select hotel_id, id, 'hotel', 'guest-card', total, commission, currency, case status when 'cancelled' then 'cancelled' else 'expected' end
                      from reservations where id between :from and :to
                    """);

    private final JdbcClient jdbc;

    BookedHotels(OwnDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Fills an empty database; what would be done a booking at a time is left to the end. */
    void fill(int bookings) {
        triggers("disable");
        for (String statement : HOUSES) {
            if (statement.startsWith("select")) {
                jdbc.sql(statement).query(String.class).single();
            } else {
                jdbc.sql(statement).update();
            }
        }
        int first = number("select min(id) from hotels");
        for (int from = 1; from <= bookings; from += AT_ONCE) {
            for (String statement : BOOKED) {
                var filled =
                        jdbc.sql(statement)
                                .param("from", from)
                                .param("to", Math.min(from + AT_ONCE - 1, bookings));
                (statement.contains(":first") ? filled.param("first", first) : filled).update();
            }
        }
        jdbc.sql("analyze").update();
        triggers("enable");
    }

    /** Has the reports count everything, as a migration does. */
    void count() {
        jdbc.sql("select serai_report_all()::text").query(String.class).optional();
        jdbc.sql("vacuum analyze").update();
    }

    /** The first booking of each hotel; others of the same hotel follow 50 by 50. */
    List<Long> firsts() {
        return jdbc.sql("select min(id) from reservations group by hotel_id")
                .query(Long.class)
                .list();
    }

    /** Changes one booking of each hotel, one transaction each, in a session that did so before. */
    void change(JdbcClient session, List<Long> firsts, int round) {
        firsts.forEach(first -> change(session, first + (long) round * HOTELS));
    }

    private static void change(JdbcClient session, long id) {
        session.sql("update reservations set status = 'modified', total = total + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Whether the reports count bookings as they change. */
    void counting(boolean on) {
        jdbc.sql(
                        "alter table reservations "
                                + (on ? "enable" : "disable")
                                + " trigger report_changed")
                .update();
    }

    int hotel() {
        return number("select min(id) from hotels");
    }

    LocalDate today() {
        return jdbc.sql("select current_date").query(LocalDate.class).single();
    }

    /** What is in the tables that reports read. */
    String sizes() {
        return jdbc.sql(
                        """
                        select format('%s reservations, %s room nights, %s days, %s counts of quotes; report_bookings %s, report_days %s',
                                      (select count(*) from reservations), (select count(*) from reservation_nights), (select count(*) from report_days),
                                      (select count(*) from quote_counts), pg_size_pretty(pg_total_relation_size('report_bookings')),
                                      pg_size_pretty(pg_total_relation_size('report_days')))
                        """)
                .query(String.class)
                .single();
    }

    private void triggers(String what) {
        for (String table :
                List.of(
                        "reservations",
                        "reservation_revisions",
                        "ota_payments",
                        "room_nights",
                        "ota_rate_plans",
                        "third_party_integrations")) {
            jdbc.sql("alter table " + table + " " + what + " trigger user").update();
        }
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
