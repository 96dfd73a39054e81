package io.serai.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking counts on which day, whatever happens to it; against figures reckoned by hand. */
class ReportedDaysTests {

    private static final LocalDate ARRIVAL = LocalDate.of(2026, 7, 30);

    private static Database database;
    private static Ledger ledger;
    private SampleHotel hotel;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        ledger = new Ledger(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anotherHotel() {
        hotel = SampleHotel.another(database);
    }

    @Test
    void countsABookingWholeWhenMadeAndOnArrivalAndByItsNights() {
        ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 3, 2, "100.00");

        List<Map<String, String>> made = bookings("2026-06-01", "2026-08-31", By.BOOKING);
        List<Map<String, String>> arriving = bookings("2026-06-01", "2026-08-31", By.ARRIVAL);
        List<Map<String, String>> staying = bookings("2026-06-01", "2026-08-31", By.STAY);

        assertThat(made).hasSize(1);
        assertThat(made.get(0))
                .containsEntry("from", "2026-06-01")
                .containsEntry("bookings", "1")
                .containsEntry("rooms", "2")
                .containsEntry("guests", "4")
                .containsEntry("roomNights", "6")
                .containsEntry("value", "600.00");
        assertThat(arriving).hasSize(1);
        assertThat(arriving.get(0))
                .containsEntry("from", "2026-07-01")
                .containsEntry("roomNights", "6");
        assertThat(staying).hasSize(2);
        assertThat(staying.get(0))
                .containsEntry("from", "2026-07-01")
                .containsEntry("bookings", "1")
                .containsEntry("roomNights", "4")
                .containsEntry("roomRevenue", "400.00");
        assertThat(staying.get(1))
                .containsEntry("from", "2026-08-01")
                .containsEntry("bookings", "1")
                .containsEntry("roomNights", "2")
                .containsEntry("value", "200.00");
        assertThat(
                        Ledger.totals(
                                        table(
                                                new BookingsReport(),
                                                "2026-06-01",
                                                "2026-08-31",
                                                By.STAY))
                                .get(0))
                .containsEntry("bookings", "1")
                .containsEntry("roomNights", "6");
    }

    @Test
    void countsWhatABookingBecameAndNoMoreWhatItWas() {
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 3, 2, "100.00");
        ledger.once(() -> ledger.stay(booking, ARRIVAL.plusDays(7), 1, 1, "80.00"));

        List<Map<String, String>> changed = bookings("2026-06-01", "2026-08-31", By.STAY);
        ledger.cancel(booking, LocalDate.of(2026, 7, 1));
        List<Map<String, String>> cancelled = bookings("2026-06-01", "2026-08-31", By.STAY);

        assertThat(changed).hasSize(1);
        assertThat(changed.get(0))
                .containsEntry("from", "2026-08-01")
                .containsEntry("kept", "1")
                .containsEntry("roomNights", "1")
                .containsEntry("value", "80.00");
        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.get(0))
                .containsEntry("bookings", "1")
                .containsEntry("kept", "0")
                .containsEntry("cancelled", "1")
                .containsEntry("roomNights", "0")
                .containsEntry("value", "0.00")
                .containsEntry("cancelledRoomRevenue", "80.00");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void countsAReportedNoShowAsOneWhateverTheChannelMakesOfIt() {
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 2, 1, "100.00");
        ledger.sql
                .sql(
                        "insert into channel_requests (hotel_id, connection_id, port, step, request, reservation_id, action) values (?, ?, 'p', 'p', '{}', ?, 'no-show')")
                .params(hotel.id(), hotel.connection(), booking)
                .update();
        List<Map<String, String>> asked = bookings("2026-07-01", "2026-07-31", By.ARRIVAL);
        ledger.sql
                .sql("update channel_requests set state = 'done' where reservation_id = ?")
                .param(booking)
                .update();

        ledger.cancel(booking, LocalDate.of(2026, 8, 1));

        assertThat(asked.get(0)).containsEntry("kept", "1");
        assertThat(bookings("2026-07-01", "2026-07-31", By.ARRIVAL).get(0))
                .containsEntry("kept", "0")
                .containsEntry("noShow", "1")
                .containsEntry("cancelled", "0");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void keepsTheFiguresOfAReservationThatIsDeleted() {
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 2, 1, "100.00");
        ledger.sql.sql("delete from reservations where id = ?").param(booking).update();

        ledger.sql.sql("select serai_report_all()").query().listOfRows();

        assertThat(bookings("2026-07-01", "2026-07-31", By.ARRIVAL).get(0))
                .containsEntry("value", "200.00");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void countsABookingNoMoreThatLosesItsHotel() {
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 2, 1, "100.00");

        ledger.sql
                .sql("update reservations set hotel_id = null where id = ?")
                .param(booking)
                .update();

        assertThat(bookings("2026-07-01", "2026-07-31", By.ARRIVAL))
                .allSatisfy(line -> assertThat(line).containsEntry("bookings", "0"));
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void countsABookingThatMovesAtItsNewHotelAlone() {
        SampleHotel former = hotel;
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 2, 1, "100.00");
        hotel = SampleHotel.another(database);

        ledger.sql
                .sql("update reservations set hotel_id = ? where id = ?")
                .params(hotel.id(), booking)
                .update();

        assertThat(bookings("2026-07-01", "2026-07-31", By.ARRIVAL).get(0))
                .containsEntry("bookings", "1");
        hotel = former;
        assertThat(bookings("2026-07-01", "2026-07-31", By.ARRIVAL))
                .allSatisfy(line -> assertThat(line).containsEntry("bookings", "0"));
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void spreadsTheValueOfABookingOverItsNightsToTheLastThousandth() {
        long booking =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 3, 1, "33.33");
        ledger.sql
                .sql("update reservations set total = 100, commission = 15.01 where id = ?")
                .param(booking)
                .update();

        List<Map<String, Object>> nights =
                ledger.sql
                        .sql(
                                "select value::text, commission::text from report_days where hotel_id = ? and basis = 'stay' and nights > 0 order by day")
                        .param(hotel.id())
                        .query()
                        .listOfRows();

        assertThat(nights)
                .extracting(row -> row.get("value"))
                .containsExactly("33.333", "33.334", "33.333");
        assertThat(nights)
                .extracting(row -> row.get("commission"))
                .containsExactly("5.003", "5.004", "5.003");
    }

    @Test
    void saysWhoseCurrencyAndAddsNoTwo() {
        ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 1, 1, "100.00");
        long foreign =
                ledger.book(hotel, "harbour", LocalDate.of(2026, 6, 30), ARRIVAL, 1, 1, "9000");
        ledger.sql
                .sql("update reservations set currency = 'JPY' where id = ?")
                .param(foreign)
                .update();

        ReportTable table = table(new RevenueReport(), "2026-07-01", "2026-07-31", By.STAY);

        assertThat(Ledger.lines(table))
                .extracting(line -> line.get("currency") + " " + line.get("roomRevenue"))
                .containsExactly("EUR 100.00", "JPY 9000");
        assertThat(Ledger.lines(table).get(0))
                .containsEntry("roomsAvailable", "310")
                .containsEntry("occupancy", "0.65")
                .containsEntry("revpar", "0.32");
        assertThat(Ledger.lines(table).get(1)).doesNotContainKeys("occupancy", "revpar");
        assertThat(table.notes()).anyMatch(note -> note.startsWith("Several currencies"));
    }

    @Test
    void reckonsRevenueOfAWeekByHand() {
        SampleHotel house = hotel;
        ledger.book(house, "harbour", LocalDate.of(2026, 7, 1), day(20), 3, 1, "100.00");
        ledger.book(house, "harbour", LocalDate.of(2026, 7, 11), day(21), 1, 2, "130.00");
        long cancelled =
                ledger.book(house, "bridge", LocalDate.of(2026, 7, 2), day(22), 2, 1, "90.00");
        ledger.cancel(cancelled, LocalDate.of(2026, 7, 15));
        long lost = ledger.book(house, "direct", LocalDate.of(2026, 7, 18), day(23), 1, 1, "80.00");
        ledger.sql
                .sql("update reservations set status = 'no-show' where id = ?")
                .param(lost)
                .update();
        ledger.book(house, "direct", LocalDate.of(2026, 7, 19), day(24), 2, 1, "120.00");
        ledger.sql
                .sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered, out_of_order) values (?, '2026-07-22', ?, 8, 2)")
                .params(house.roomType(), house.id())
                .update();

        Map<String, String> week =
                Ledger.lines(table(new RevenueReport(), "2026-07-20", "2026-07-26", By.STAY))
                        .get(0);

        assertThat(week)
                .containsEntry("roomsAvailable", "68") // 7 × 10 − 2
                .containsEntry("roomsSold", "7") // 3 + 2 + 2
                .containsEntry("occupancy", "10.29") // 7 / 68
                .containsEntry("roomRevenue", "800.00") // 300 + 260 + 240
                .containsEntry("adr", "114.29") // 800 / 7
                .containsEntry("revpar", "11.76") // 800 / 68
                .containsEntry("bookings", "3")
                .containsEntry("lengthOfStay", "2.00") // (3 + 1 + 2) / 3
                .containsEntry("leadTime", "11.33") // (19 + 10 + 5) / 3 days
                .containsEntry("cancellationRate", "20.00") // 1 of 5
                .containsEntry("noShowRate", "25.00") // 1 of 4
                .containsEntry("pickUpRooms", "1") // since 14 July: + 1 no-show + 2 − 2 cancelled
                .containsEntry("pickUpRevenue", "140.00"); // 80 + 240 − 180
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void laysTheYearBeforeBesideEachFigure() {
        ledger.book(
                hotel,
                "harbour",
                LocalDate.of(2025, 7, 1),
                LocalDate.of(2025, 7, 10),
                2,
                1,
                "100.00");
        ledger.book(
                hotel,
                "harbour",
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 10),
                3,
                1,
                "110.00");
        ReportQuestion asked =
                Ledger.question(hotel.id(), "2026-07-01", "2026-07-31", By.STAY, Each.MONTH);

        Map<String, String> july =
                Ledger.lines(
                                new RevenueReport()
                                        .make(
                                                ledger.sql,
                                                new ReportQuestion(
                                                        asked.hotels(),
                                                        asked.period(),
                                                        asked.by(),
                                                        asked.each(),
                                                        Set.of(),
                                                        null,
                                                        true,
                                                        7,
                                                        2,
                                                        false,
                                                        Ledger.NOW)))
                        .get(0);

        assertThat(july)
                .containsEntry("roomRevenue", "330.00")
                .containsEntry("roomRevenueLastYear", "200.00")
                .containsEntry("roomRevenueChange", "65.00")
                .containsEntry("adrChange", "10.00")
                .containsEntry("occupancyLastYear", "0.65")
                .containsEntry("occupancyChange", "0.32");
    }

    @Test
    void agreesWithTheBookingsWhateverHappensToThem() {
        Random chance = new Random(7);
        long[] bookings = new long[20];
        for (int i = 0; i < bookings.length; i++) {
            bookings[i] =
                    ledger.book(
                            hotel,
                            "harbour",
                            day(1),
                            day(1 + chance.nextInt(20)),
                            chance.nextInt(5),
                            1,
                            "70.10");
        }

        for (int i = 0; i < 60; i++) {
            long booking = bookings[chance.nextInt(bookings.length)];
            switch (chance.nextInt(3)) {
                case 0 -> ledger.cancel(booking, day(2));
                case 1 ->
                        ledger.sql
                                .sql("update reservations set status = 'no-show' where id = ?")
                                .param(booking)
                                .update();
                default ->
                        ledger.once(
                                () ->
                                        ledger.stay(
                                                booking,
                                                day(1 + chance.nextInt(20)),
                                                chance.nextInt(5),
                                                1 + chance.nextInt(2),
                                                "55.55"));
            }
        }

        assertThat(ledger.differences()).isEmpty();
    }

    private static LocalDate day(int ofJuly) {
        return LocalDate.of(2026, 7, ofJuly);
    }

    private List<Map<String, String>> bookings(String from, String to, By by) {
        return Ledger.lines(table(new BookingsReport(), from, to, by));
    }

    private ReportTable table(Report report, String from, String to, By by) {
        return report.make(ledger.sql, Ledger.question(hotel.id(), from, to, by, Each.MONTH));
    }
}
