package io.serai.report;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes bookings as whoever takes them does, each in one transaction, and reads reports of them.
 */
final class Ledger {

    static final Instant NOW = Instant.parse("2026-07-20T10:00:00Z");

    final JdbcClient sql;
    private final TransactionTemplate transaction;

    Ledger(Database database) {
        sql = JdbcClient.create(database.owner());
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.owner()));
    }

    /** Does something as one transaction. */
    void once(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** A booking of some rooms, each night of a room at the same price. */
    long book(
            SampleHotel hotel,
            String channel,
            LocalDate bookedOn,
            LocalDate arrival,
            int nights,
            int rooms,
            String price) {
        List<Long> key = new ArrayList<>();
        once(
                () -> {
                    key.add(
                            sql.sql(
                                            """
                                            insert into reservations (hotel_id, provider, number, status, currency, booked_at)
                                            values (?, ?, gen_random_uuid()::text, 'booked', 'EUR', ?::date + time '12:00' at time zone 'Europe/Lisbon') returning id
                                            """)
                                    .params(hotel.id(), channel, bookedOn)
                                    .query(Long.class)
                                    .single());
                    stay(key.get(0), arrival, nights, rooms, price);
                });
        return key.get(0);
    }

    /** What a booking is of, in the transaction of whoever writes it. */
    void stay(long booking, LocalDate arrival, int nights, int rooms, String price) {
        sql.sql("delete from reservation_rooms where reservation_id = ?").param(booking).update();
        sql.sql(
                        """
                        insert into reservation_rooms (hotel_id, reservation_id, room_index, remote_room, adults, arrival, departure)
                        select hotel_id, id, n::text, 'R', 2, :arrival, cast(:arrival as date) + :nights
                          from reservations, generate_series(1, :rooms) n where id = :id
                        """)
                .param("arrival", arrival)
                .param("nights", nights)
                .param("rooms", rooms)
                .param("id", booking)
                .update();
        sql.sql(
                        """
                        insert into reservation_nights (hotel_id, reservation_id, room_index, night, price)
                        select hotel_id, reservation_id, room_index, arrival + n, cast(:price as numeric)
                          from reservation_rooms, generate_series(0, :nights - 1) n where reservation_id = :id
                        """)
                .param("price", price)
                .param("nights", nights)
                .param("id", booking)
                .update();
        sql.sql(
                        "update reservations set arrival = :arrival, departure = cast(:arrival as date) + :nights, total = cast(:price as numeric) * :nights * :rooms, revision = revision + 1 where id = :id")
                .param("arrival", arrival)
                .param("nights", nights)
                .param("price", price)
                .param("rooms", rooms)
                .param("id", booking)
                .update();
    }

    /** Cancels a booking at noon of a day. */
    void cancel(long booking, LocalDate on) {
        once(
                () -> {
                    sql.sql(
                                    """
                                    insert into reservation_revisions (hotel_id, reservation_id, number, revision, kind, content_hash, body_sealed, changed_at)
                                    select hotel_id, id, number, revision + 1, 'cancel', uuid_send(gen_random_uuid()), '', ?::date + time '12:00' at time zone 'Europe/Lisbon' from reservations where id = ?
                                    """)
                            .params(on, booking)
                            .update();
                    sql.sql(
                                    "update reservations set status = 'cancelled', revision = revision + 1 where id = ?")
                            .param(booking)
                            .update();
                });
    }

    /** Days that are not what the bookings say. */
    List<Map<String, Object>> differences() {
        return sql.sql("select * from report_differences").query().listOfRows();
    }

    /** A question about a hotel. */
    static ReportQuestion question(int hotel, String from, String to, By by, Each each) {
        return new ReportQuestion(
                List.of(hotel),
                new Period(LocalDate.parse(from), LocalDate.parse(to).plusDays(1)),
                by,
                each,
                Set.of(),
                null,
                false,
                7,
                2,
                false,
                NOW);
    }

    /** Lines by the names of their columns, as they are shown. */
    static List<Map<String, String>> lines(ReportTable table) {
        return rows(table, table.lines());
    }

    static List<Map<String, String>> totals(ReportTable table) {
        return rows(table, table.totals());
    }

    private static List<Map<String, String>> rows(
            ReportTable table, List<List<@Nullable Object>> lines) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<@Nullable Object> line : lines) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < line.size(); i++) {
                Object value = line.get(i);
                if (value != null) {
                    row.put(
                            table.columns().get(i).name(),
                            value instanceof BigDecimal number
                                    ? number.toPlainString()
                                    : value.toString());
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
