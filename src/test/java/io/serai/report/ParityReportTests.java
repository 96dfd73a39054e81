package io.serai.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Pricing;
import io.serai.channel.TestChannels;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What channels hold, side by side. */
class ParityReportTests {

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
        hold(hotel.remoteRoom(), hotel.remoteRate(), "{12000}");
    }

    @Test
    void tellsWhoSellsTheSameNightForMore() {
        int dearer = connect("harbour", "EUR", "{12600}");

        List<Map<String, String>> lines = lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .containsEntry("price", "120.00")
                .containsEntry("parity", "lowest")
                .containsEntry("aboveLowest", "0.00")
                .containsEntry("rooms", "3")
                .containsEntry("sold", "true");
        assertThat(lines.get(1))
                .containsEntry("connection", Integer.toString(dearer))
                .containsEntry("channel", "harbour")
                .containsEntry("price", "126.00")
                .containsEntry("parity", "above")
                .containsEntry("aboveLowest", "6.00");
    }

    @Test
    void tellsOnlyOfWhatDiffersWhereThatIsAskedFor() {
        assertThat(lines(differing())).isEmpty();
        connect("harbour", "EUR", "{12000}");
        assertThat(lines(differing())).isEmpty();
        connect("bridge", "EUR", "{12600}");

        assertThat(lines(differing()))
                .extracting(line -> line.get("channel") + " " + line.get("parity"))
                .containsExactly("booking.com lowest", "harbour lowest", "bridge above");
    }

    @Test
    void comparesWhatGuestsPayHoweverChannelsAreToldIt() {
        int persons = connect("harbour", "EUR", "{6000}");
        ledger.sql
                .sql("update ota_rate_plans set pricing = 'per-person' where connection_id = ?")
                .param(persons)
                .update();
        holds(persons, "{6000}");
        assertThat(lines()).extracting(line -> line.get("price")).containsOnly("120.00");
        assertThat(lines(differing())).isEmpty();

        holds(persons, "{6100}");

        assertThat(lines(differing()))
                .extracting(line -> line.get("price") + " " + line.get("parity"))
                .containsExactly("120.00 lowest", "122.00 above");
    }

    private void holds(int connection, String prices) {
        ledger.sql
                .sql(
                        """
                        update held_nights set prices = ?::bigint[], unknown = 0, closed = false
                         where remote_id = (select id from ota_rate_plans where connection_id = ? and remote_rate is not null)
                        """)
                .params(prices, connection)
                .update();
    }

    @Test
    void leavesOutNightsOnWhichNothingDiffers() {
        connect("harbour", "EUR", "{12000}");
        connect("bridge", "USD", "{9000}");
        holdOn("2026-08-02");
        connect("quay", "EUR", "{12700}");

        assertThat(lines(differing()))
                .extracting(line -> line.get("night") + " " + line.get("price"))
                .containsExactly(
                        "2026-08-01 120.00",
                        "2026-08-01 120.00",
                        "2026-08-01 90.00",
                        "2026-08-01 127.00");
        assertThat(lines()).hasSize(5);
    }

    @Test
    void makesAPageOfTheSameLines() {
        connect("harbour", "EUR", "{12600}");
        connect("bridge", "EUR", "{12700}");
        holdOn("2026-08-02");
        holdOn("2026-08-05");
        ReportTable whole = new ParityReport(held()).make(ledger.sql, question());
        List<Object> paged = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            var read = page(question(), page);
            assertThat(read.pages()).isEqualTo(3);
            assertThat(read.count()).isEqualTo(5);
            paged.addAll(read.table().lines());
        }

        assertThat(paged).isEqualTo(List.<Object>copyOf(whole.lines()));
        assertThat(page(question(), 9).page()).isEqualTo(3);
        assertThat(page(differing(), 2).table().lines()).isEqualTo(whole.lines().subList(2, 3));
    }

    @Test
    void makesAPageOfWhatIsLeftWhereNightsAreForgottenMeanwhile() {
        connect("harbour", "EUR", "{12600}");
        HeldLines forgetting =
                new HeldLines(TestChannels.real(Map.of())) {
                    @Override
                    List<HeldLine> read(JdbcClient session, ReportQuestion question, int most) {
                        ledger.sql
                                .sql("delete from held_nights where remote_id = ?")
                                .param(hotel.remoteRate())
                                .update();
                        return super.read(session, question, most);
                    }
                };

        var page = new ParityPages(forgetting).read(ledger.sql, question(), 1, 2);

        assertThat(Ledger.lines(page.table()))
                .extracting(line -> line.get("channel"))
                .containsExactly("harbour");
    }

    @Test
    void countsForAChartWhatTheLinesSay() {
        connect("harbour", "EUR", "{12600}");
        holdOn("2026-08-02");

        ReportTable counted = new ParityPages(held()).counted(ledger.sql, question());

        assertThat(Ledger.lines(counted))
                .extracting(
                        line ->
                                line.get("night")
                                        + " "
                                        + line.get("parity")
                                        + " "
                                        + line.get("lines"))
                .containsExactly("2026-08-01 lowest 1", "2026-08-01 above 1", "2026-08-02 only 1");
    }

    @Test
    void comparesNoPricesOfDifferentCurrenciesAndNoneOfWhatIsClosed() {
        connect("harbour", "USD", "{9000}");
        connect("bridge", "EUR", "{11000}");
        ledger.sql
                .sql(
                        "update held_nights set closed = true where hotel_id = ? and prices = '{11000}'")
                .param(hotel.id())
                .update();

        assertThat(lines())
                .extracting(line -> line.get("currency") + " " + line.get("parity"))
                .containsExactly("EUR only", "USD only", "EUR closed");
    }

    @Test
    void saysWhatIsNotKnownOfAPriceOnItsWay() {
        ledger.sql
                .sql("update held_nights set unknown = 512 | 1 where hotel_id = ?")
                .param(hotel.id())
                .update();

        assertThat(lines().get(0))
                .doesNotContainKeys("price", "sold", "rooms")
                .containsEntry("priceFrom", "unknown")
                .containsEntry("parity", "not known")
                .containsEntry("availabilityFrom", "unknown");
    }

    @Test
    void saysNotKnownAndNotClosedWhereNobodyToldHowManyRoomsThereAre() {
        connect("harbour", "EUR", "{12600}");
        ledger.sql
                .sql("update held_nights set rooms = null where remote_id = ?")
                .param(hotel.remoteRoom())
                .update();

        List<Map<String, String>> lines = lines();

        assertThat(lines.get(0))
                .containsEntry("price", "120.00")
                .containsEntry("parity", "not known")
                .doesNotContainKeys("sold", "rooms", "aboveLowest");
        assertThat(lines.get(1)).containsEntry("parity", "only").containsEntry("sold", "true");
    }

    @Test
    void takesWhatAChannelShowedForWhatItHolds() {
        look("2026-07-20T08:00:00Z");
        ledger.sql
                .sql(
                        "insert into drifts (hotel_id, connection_id, remote_id, nights, field, held, shown, confirmed_at) values (?, ?, ?, '[2026-08-01,2026-08-03)', 'rooms', '3', '9', now())")
                .params(hotel.id(), hotel.connection(), hotel.remoteRoom())
                .update();

        assertThat(lines().get(0))
                .containsEntry("rooms", "9")
                .containsEntry("availabilityFrom", "read-back")
                .containsEntry("availabilityAt", "2026-07-20T08:00:00Z")
                .containsEntry("priceFrom", "accepted");
    }

    @Test
    void takesThePricesThatAChannelShowedWhereItShowsAny() {
        look("2026-07-20T08:00:00Z");
        ledger.sql
                .sql(
                        "update ota_sync_logs set detail = detail || '{\"prices\": 4}' where connection_id = ?")
                .param(hotel.connection())
                .update();
        assertThat(lines().get(0))
                .containsEntry("price", "120.00")
                .containsEntry("priceFrom", "read-back")
                .containsEntry("priceAt", "2026-07-20T08:00:00Z");

        ledger.sql
                .sql(
                        "insert into shown_prices (hotel_id, connection_id, remote_id, night, position, held, shown) values (?, ?, ?, '2026-08-01', 0, 12000, 12550)")
                .params(hotel.id(), hotel.connection(), hotel.remoteRate())
                .update();

        assertThat(lines().get(0)).containsEntry("price", "125.50");
        connect("harbour", "EUR", "{12000}");
        assertThat(lines(differing()))
                .extracting(line -> line.get("price") + " " + line.get("parity"))
                .containsExactly("125.50 above", "120.00 lowest");

        ledger.sql.sql("update shown_prices set held = 11900").update();
        assertThat(lines().get(0)).containsEntry("price", "120.00");
    }

    @Test
    void forgetsALookBeforeTheChannelWasToldAnother() {
        look("2026-07-20T08:00:00Z");
        long attempt =
                ledger.sql
                        .sql(
                                """
                                insert into attempts (opened_at, hotel_id, connection_id, fence, request, deadline, answered_at, outcome, updates, cells)
                                values ('2026-07-20T09:00:00Z', ?, ?, 1, 'rates', now(), '2026-07-20T09:00:01Z', 'applied', 1, 1) returning id
                                """)
                        .params(hotel.id(), hotel.connection())
                        .query(Long.class)
                        .single();
        ledger.sql
                .sql("update held_nights set attempt_id = ? where remote_id = ?")
                .params(attempt, hotel.remoteRate())
                .update();

        assertThat(lines().get(0))
                .containsEntry("availabilityFrom", "accepted")
                .containsEntry("availabilityAt", "2026-07-20T09:00:01Z")
                .containsEntry("priceAt", "2026-07-20T09:00:01Z");
    }

    @Test
    void findsThePriceForTheGuestsInEachLayout() {
        assertThat(price(Pricing.PER_DAY, 3, 12000L)).isEqualTo("120.00");
        assertThat(price(Pricing.PER_PERSON, 3, 4000L)).isEqualTo("120.00");
        assertThat(price(Pricing.OCCUPANCY, 2, 9000L, 11000L)).isEqualTo("110.00");
        assertThat(price(Pricing.OCCUPANCY, 3, 9000L, 11000L)).isEqualTo("not told");
        assertThat(price(Pricing.DERIVED, 1, 12000L, -2500L)).isEqualTo("95.00");
        assertThat(price(Pricing.LENGTH_OF_STAY, 2, 12000L)).isEqualTo("by length of stay");
        assertThat(price(Pricing.PER_DAY, 2)).isEqualTo("not told");
    }

    private static String price(Pricing pricing, int guests, Long... held) {
        HeldPrice price =
                HeldPrice.of(
                        pricing,
                        position -> position < held.length ? held[position] : null,
                        0,
                        guests,
                        Currency.getInstance("EUR"));
        BigDecimal amount = price.amount();
        return amount == null ? String.valueOf(price.why()) : amount.toPlainString();
    }

    private List<Map<String, String>> lines() {
        return lines(question());
    }

    private List<Map<String, String>> lines(ReportQuestion question) {
        return Ledger.lines(new ParityReport(held()).make(ledger.sql, question));
    }

    private ParityPages.Page page(ReportQuestion question, int page) {
        return new ParityPages(held()).read(ledger.sql, question, page, 2);
    }

    private static HeldLines held() {
        return new HeldLines(TestChannels.real(Map.of()));
    }

    private ReportQuestion question() {
        return Ledger.question(hotel.id(), "2026-08-01", "2026-08-31", By.STAY, Each.DAY);
    }

    private ReportQuestion differing() {
        ReportQuestion all = question();
        return new ReportQuestion(
                all.hotels(),
                all.period(),
                all.by(),
                all.each(),
                all.per(),
                null,
                false,
                all.pickUp(),
                all.guests(),
                true,
                all.now());
    }

    /** The same is held on another night. */
    private void holdOn(String night) {
        ledger.sql
                .sql(
                        """
                        insert into held_nights (remote_id, night, hotel_id, rooms, room_closed, closed, prices)
                        select remote_id, ?::date, hotel_id, rooms, room_closed, closed, prices from held_nights
                         where remote_id in (?, ?) and night = '2026-08-01'
                        """)
                .params(night, hotel.remoteRoom(), hotel.remoteRate())
                .update();
    }

    private int connect(String channel, String currency, String prices) {
        int connection =
                ledger.sql
                        .sql(
                                """
                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, currency, state)
                                values (:channel, 'ota', :channel, '{}', jsonb_build_object('hotel_id', cast(:hotel as text)), :hotel, :account, :currency, 'open') returning id
                                """)
                        .param("channel", channel)
                        .param("hotel", hotel.id())
                        .param("account", hotel.account())
                        .param("currency", currency)
                        .query(Integer.class)
                        .single();
        int room = remote(connection, null);
        hold(room, remote(connection, "S"), prices);
        return connection;
    }

    private int remote(int connection, String rate) {
        return ledger.sql
                .sql(
                        """
                        insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, room_type_id, product_id)
                        values (:hotel, :connection, 'R', :rate, case when cast(:rate as text) is null then :type end, case when cast(:rate as text) is not null then :product end)
                        returning id
                        """)
                .param("hotel", hotel.id())
                .param("connection", connection)
                .param("rate", rate, java.sql.Types.VARCHAR)
                .param("type", hotel.roomType())
                .param("product", hotel.product())
                .query(Integer.class)
                .single();
    }

    private void hold(int room, int rate, String prices) {
        ledger.sql
                .sql(
                        "insert into held_nights (remote_id, night, hotel_id, rooms, room_closed) values (?, '2026-08-01', ?, 3, false)")
                .params(room, hotel.id())
                .update();
        ledger.sql
                .sql(
                        "insert into held_nights (remote_id, night, hotel_id, closed, prices) values (?, '2026-08-01', ?, false, ?::bigint[])")
                .params(rate, hotel.id(), prices)
                .update();
    }

    private void look(String at) {
        ledger.sql
                .sql(
                        """
                        insert into ota_sync_logs (at, hotel_id, connection_id, kind, name, outcome, detail)
                        values (?::timestamptz, ?, ?, 'run', 'read-back', 'drift', '{"from": "2026-07-20", "until": "2027-12-31", "shown": 1}')
                        """)
                .params(at, hotel.id(), hotel.connection())
                .update();
    }
}
