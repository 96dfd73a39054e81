package io.serai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.serai.testing.Database;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures of 9,999 real bookings of a resort hotel ("Hotel booking demand datasets", Antonio,
 * de Almeida, Nunes, 2019), against plain SQL on the file's own columns and figures counted by
 * hand. Left out, and told so, where the file ({@code -Dreplay.input}) is not there.
 */
class ResortHotelTests {

    private static final Path FILE =
            Path.of(
                    System.getProperty(
                            "replay.input", "../shared/data/resort-hotel-bookings.csv.gz"));

    /** Each row of the file as a stay; the columns are the file's own. */
    private static final String STAYS =
            """
            create table stays as
            select row_number() over () as id, distribution_channel as channel, reserved_room_type as room,
                   greatest(adults::int, 0) as adults, coalesce(nullif(trim(children), 'NULL')::int, 0) as children,
                   arrival, arrival - lead_time::int as booked, stays_in_weekend_nights::int + stays_in_week_nights::int as nights,
                   lead_time::int as lead, adr::numeric as adr, trim(reservation_status) as status,
                   to_date(reservation_status_date, 'MM/DD/YYYY') as ended
              from (select *, make_date(arrival_date_year::int, extract(month from to_date(trim(arrival_date_month), 'Month'))::int,
                                        arrival_date_day_of_month::int) as arrival from raw) r
            """;

    private static Database database;
    private static JdbcClient sql;
    private static int hotel;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        assumeTrue(
                Files.exists(FILE),
                "the real bookings are not at " + FILE + ": nothing is compared with them");
        database = Database.fresh();
        sql = JdbcClient.create(database.owner());
        copy();
        sql.sql(STAYS).update();
        hotel =
                sql.sql(
                                "insert into hotels (code, name, time_zone, currency) values ('resort', 'Resort', 'Europe/Lisbon', 'EUR') returning id")
                        .query(Integer.class)
                        .single();
        sql.sql(
                        """
                        insert into room_types (hotel_id, code, name, size, max_guests)
                        select ?, room, room, max(rooms), 6
                          from (select room, night, count(*) filter (where status = 'Check-Out') as rooms
                                  from stays, generate_series(0, nights - 1) n, lateral (select arrival + n as night) d group by 1, 2) o
                         group by room
                        """)
                .param(hotel)
                .update();
        new Ledger(database)
                .once(() -> BOOKED.forEach(it -> sql.sql(it).param("hotel", hotel).update()));
    }

    /**
     * As a channel's reservations are taken, all in one transaction; agencies told a commission of
     * 15 %.
     */
    private static final List<String> BOOKED =
            List.of(
                    """
                    insert into reservations (hotel_id, provider, number, status, arrival, departure, currency, total, commission, booked_at, revision)
                    select :hotel, channel, id, case status when 'Canceled' then 'cancelled' when 'No-Show' then 'no-show' else 'booked' end,
                           arrival, arrival + nights, 'EUR', adr * nights, case when channel = 'TA/TO' then round(adr * nights * 0.15, 2) end,
                           booked + time '12:00' at time zone 'Europe/Lisbon', 1
                      from stays where :hotel > 0
                    """,
                    """
                    insert into reservation_rooms (hotel_id, reservation_id, room_index, remote_room, adults, children, arrival, departure)
                    select r.hotel_id, r.id, '1', s.room, s.adults, s.children, r.arrival, r.departure
                      from reservations r join stays s on s.id::text = r.number where r.hotel_id = :hotel
                    """,
                    """
                    insert into reservation_nights (hotel_id, reservation_id, room_index, night, price)
                    select r.hotel_id, r.id, '1', r.arrival + n, s.adr
                      from reservations r join stays s on s.id::text = r.number, generate_series(0, s.nights - 1) n where r.hotel_id = :hotel
                    """,
                    """
                    insert into reservation_revisions (hotel_id, reservation_id, number, revision, kind, content_hash, body_sealed, changed_at)
                    select r.hotel_id, r.id, r.number, 1, 'cancel', '', '', s.ended + time '12:00' at time zone 'Europe/Lisbon'
                      from reservations r join stays s on s.id::text = r.number where r.hotel_id = :hotel and s.status = 'Canceled'
                    """);

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void countsAllBookingsAndWhatBecameOfThem() {
        Map<String, String> all = Ledger.totals(bookings(By.BOOKING)).get(0);

        Map<String, String> arriving = Ledger.totals(bookings(By.ARRIVAL)).get(0);

        assertThat(all)
                .containsEntry("bookings", "9999")
                .containsEntry("cancelled", "6173")
                .containsEntry("noShow", "160")
                .containsEntry("kept", "3666");
        assertThat(arriving).isEqualTo(all);
    }

    @Test
    void tellsOfAugust2016WhatWasCountedByHand() {
        Map<String, String> nights = august(By.STAY);
        Map<String, String> arrivals = august(By.ARRIVAL);

        assertThat(nights)
                .containsEntry("roomsSold", "247")
                .containsEntry("roomRevenue", "29616.72")
                .containsEntry("adr", "119.91");
        assertThat(arrivals)
                .containsEntry("bookings", "43")
                .containsEntry("leadTime", "293.23") // 12,609 days of 43 bookings
                .containsEntry("lengthOfStay", "7.81") // 336 nights
                .containsEntry("cancellationRate", "92.12") // 561 of 609
                .containsEntry("noShowRate", "10.42"); // 5 of 48
    }

    @Test
    void earnsByMonthAndChannelWhatPlainSqlSays() {
        List<String> expected =
                sql.sql(
                                """
                                with n as (
                                    select s.*, s.arrival + k as night, date_trunc('month', s.arrival + k)::date as month
                                      from stays s, generate_series(0, s.nights - 1) k),
                                rooms as (select sum(size) as rooms from room_types),
                                m as (
                                    select month, channel,
                                           count(*) filter (where status = 'Check-Out') as sold,
                                           coalesce(sum(adr) filter (where status = 'Check-Out'), 0) as revenue,
                                           count(distinct id) filter (where status = 'Check-Out') as kept,
                                           count(distinct id) filter (where status = 'Canceled') as cancelled,
                                           count(distinct id) as taken
                                      from n group by 1, 2)
                                select concat_ws(' ', month, channel, sold, round(revenue, 2), coalesce(round(revenue / nullif(sold, 0), 2)::text, '-'),
                                       round(100.0 * sold / (rooms * extract(day from month + interval '1 month' - interval '1 day')), 2),
                                       round(revenue / (rooms * extract(day from month + interval '1 month' - interval '1 day')), 2),
                                       kept, round(100.0 * cancelled / taken, 2))
                                  from m, rooms order by month, channel collate "C"
                                """)
                        .query(String.class)
                        .list();

        ReportTable revenue = new RevenueReport().make(sql, question(By.STAY, true));

        assertThat(Ledger.lines(revenue))
                .extracting(
                        line ->
                                String.join(
                                        " ",
                                        line.get("from"),
                                        line.get("channel"),
                                        line.get("roomsSold"),
                                        line.get("roomRevenue"),
                                        line.getOrDefault("adr", "-"),
                                        line.get("occupancy"),
                                        line.get("revpar"),
                                        line.get("bookings"),
                                        line.get("cancellationRate")))
                .hasSizeGreaterThan(50)
                .isEqualTo(expected);
    }

    @Test
    void meansLeadTimeAndLengthOfStayAsPlainSqlSaysByEachDate() {
        for (By by : By.values()) {
            List<String> expected =
                    sql.sql(
                                    """
                                    with d as (
                                        select s.*, s.booked as day from stays s where :by = 'booking'
                                        union all select s.*, s.arrival from stays s where :by = 'arrival'
                                        union all select distinct s.*, date_trunc('month', s.arrival + k)::date
                                          from stays s, generate_series(0, s.nights - 1) k where :by = 'stay')
                                    select concat_ws(' ', date_trunc('month', day)::date, count(*) filter (where status = 'Check-Out'),
                                           coalesce(round(avg(lead) filter (where status = 'Check-Out'), 2)::text, '-'),
                                           coalesce(round(avg(nights) filter (where status = 'Check-Out'), 2)::text, '-'),
                                           coalesce(round(100.0 * count(*) filter (where status = 'No-Show') / nullif(count(*) filter (where status <> 'Canceled'), 0), 2)::text, '-'))
                                      from d group by date_trunc('month', day) order by date_trunc('month', day)
                                    """)
                            .param("by", by.word())
                            .query(String.class)
                            .list();

            ReportTable revenue = new RevenueReport().make(sql, question(by, false));

            assertThat(
                            Ledger.lines(revenue).stream()
                                    .filter(
                                            line ->
                                                    !line.get("bookings").equals("0")
                                                            || line.containsKey("cancellationRate"))
                                    .map(
                                            line ->
                                                    String.join(
                                                            " ",
                                                            line.get("from").substring(0, 8) + "01",
                                                            line.get("bookings"),
                                                            line.getOrDefault("leadTime", "-"),
                                                            line.getOrDefault("lengthOfStay", "-"),
                                                            line.getOrDefault("noShowRate", "-"))))
                    .as(by.word())
                    .isEqualTo(expected);
        }
    }

    @Test
    void sharesCommissionAndNetByChannelAsPlainSqlSays() {
        List<String> expected =
                sql.sql(
                                """
                                select concat_ws(' ', channel, count(*), round(100.0 * count(*) / sum(count(*)) over (), 2), sum(nights),
                                       round(100.0 * sum(nights) / sum(sum(nights)) over (), 2), round(sum(adr * nights), 2),
                                       round(100 * sum(adr * nights) / sum(sum(adr * nights)) over (), 2),
                                       round(coalesce(sum(round(adr * nights * 0.15, 2)) filter (where channel = 'TA/TO'), 0), 2),
                                       round(sum(adr * nights) - coalesce(sum(round(adr * nights * 0.15, 2)) filter (where channel = 'TA/TO'), 0), 2),
                                       count(*) filter (where channel <> 'TA/TO'))
                                  from stays where status = 'Check-Out' group by channel order by channel collate "C"
                                """)
                        .query(String.class)
                        .list();

        ReportTable performance = new PerformanceReport().make(sql, question(By.ARRIVAL, true));

        List<Map<String, String>> totals = Ledger.totals(performance);
        Map<String, String> all = totals.get(totals.size() - 1);
        assertThat(all)
                .doesNotContainKey("channel")
                .containsEntry("bookings", "3666")
                .containsEntry("shareOfRoomRevenue", "100.00");
        assertThat(totals.subList(0, totals.size() - 1))
                .extracting(
                        line ->
                                String.join(
                                        " ",
                                        line.get("channel"),
                                        line.get("bookings"),
                                        line.get("shareOfBookings"),
                                        line.get("roomNights"),
                                        line.get("shareOfRoomNights"),
                                        line.get("roomRevenue"),
                                        line.get("shareOfRoomRevenue"),
                                        line.get("commission"),
                                        line.get("net"),
                                        line.get("commissionUnknown")))
                .isEqualTo(expected);
    }

    @Test
    void picksUpWhatPlainSqlSaysOfEachDayOfAYear() {
        String plain =
                """
                select coalesce(sum(case when booked > :today::date - 7 and booked <= :today::date and not (status = 'Canceled' and ended <= :today::date) then 1
                                         when status = 'Canceled' and ended > :today::date - 7 and ended <= :today::date and booked <= :today::date - 7 then -1
                                         else 0 end), 0)
                  from stays s, generate_series(0, nights - 1) k where arrival + k between '2016-08-01' and '2016-08-31'
                """;

        for (String today : List.of("2016-02-01", "2016-05-15", "2016-07-20", "2016-08-10")) {
            ReportQuestion asked =
                    Ledger.question(hotel, "2016-08-01", "2016-08-31", By.STAY, Each.MONTH);
            Map<String, String> month =
                    Ledger.lines(
                                    new RevenueReport()
                                            .make(
                                                    sql,
                                                    at(asked, Instant.parse(today + "T12:00:00Z"))))
                            .get(0);

            assertThat(month)
                    .as(today)
                    .containsEntry(
                            "pickUpRooms",
                            sql.sql(plain).param("today", today).query(String.class).single());
        }
    }

    private static ReportQuestion at(ReportQuestion asked, Instant now) {
        return new ReportQuestion(
                asked.hotels(),
                asked.period(),
                asked.by(),
                asked.each(),
                Set.of(),
                null,
                false,
                7,
                2,
                false,
                now);
    }

    private static ReportQuestion question(By by, boolean perChannel) {
        ReportQuestion asked = Ledger.question(hotel, "2012-01-01", "2018-12-31", by, Each.MONTH);
        return perChannel ? asked.ofChannels() : asked;
    }

    private static ReportTable bookings(By by) {
        return new BookingsReport().make(sql, question(by, false));
    }

    private static Map<String, String> august(By by) {
        return Ledger.lines(
                        new RevenueReport()
                                .make(
                                        sql,
                                        Ledger.question(
                                                hotel, "2016-08-01", "2016-08-31", by, Each.MONTH)))
                .get(0);
    }

    private static void copy() throws IOException, SQLException {
        try (InputStream file =
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(FILE)));
                Connection connection = database.owner().getConnection()) {
            String header = header();
            sql.sql("create table raw (" + header.replace(",", " text, ") + " text)").update();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy raw from stdin (format csv, header)", file);
        }
    }

    private static String header() throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE))))) {
            return lines.readLine().replace("\"", "");
        }
    }
}
