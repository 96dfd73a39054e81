package io.serai.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks the catalogue: a table added later is covered, or fails here until it says whose its rows
 * are.
 */
class RowLevelSecurityTests {

    /** Tables and views whose rows belong to no one hotel, each with the reason. */
    private static final Map<String, String> OF_NO_HOTEL =
            Map.ofEntries(
                    Map.entry("cell_tables", "names the tables cut by month of night"),
                    Map.entry("log_tables", "names the tables cut by month of their time"),
                    Map.entry(
                            "users",
                            "a person may work for several hotels: user_hotels says for which"),
                    Map.entry("chains", "holds hotels: hotels.chain_id says which"),
                    Map.entry("audit_unsealed", "ids of rows of the audit, no content"),
                    Map.entry("audit_seals", "ids and hashes of rows of the audit, no content"),
                    Map.entry(
                            "api_keys",
                            "a key may be good at several hotels: api_key_hotels says at which"),
                    Map.entry("user_chains", "a person may work for several chains"),
                    Map.entry("channel_accounts", "a login at a channel may be for many hotels"),
                    Map.entry("channel_polls", "a queue is an account's"),
                    Map.entry("webhook_registrations", "an address at a channel is an account's"),
                    Map.entry(
                            "call_limits",
                            "a limit is an account's, or a hotel's by its number at the channel"),
                    Map.entry("call_turns", "who waits under a limit, no content"),
                    Map.entry("inbox_replays", "a wish's, over all hotels of who asked"),
                    Map.entry("call_stops", "a limit's, as call_limits"),
                    Map.entry("calls_in_flight", "which calls are under way, no content"),
                    Map.entry("vault_keys", "Serai's own"),
                    Map.entry("vault_pgp_keys", "Serai's own"),
                    Map.entry("mapped_messages", "sealed, an account's, for the engine alone"),
                    Map.entry("sealed_originals", "sealed before anything reads whose they are"),
                    Map.entry(
                            "cards",
                            "a card may be used at several hotels: card_reservations says at which"),
                    Map.entry("idempotency_keys", "a caller's, who may work for several hotels"),
                    Map.entry("camel_messageprocessed", "keys of messages, no content"),
                    Map.entry("qrtz_job_details", "when jobs are due"),
                    Map.entry("qrtz_triggers", "when jobs are due"),
                    Map.entry("qrtz_simple_triggers", "when jobs are due"),
                    Map.entry("qrtz_cron_triggers", "when jobs are due"),
                    Map.entry("qrtz_simprop_triggers", "when jobs are due"),
                    Map.entry("qrtz_blob_triggers", "when jobs are due"),
                    Map.entry("qrtz_calendars", "when jobs are due"),
                    Map.entry("qrtz_paused_trigger_grps", "when jobs are due"),
                    Map.entry("qrtz_fired_triggers", "when jobs are due"),
                    Map.entry("qrtz_scheduler_state", "when jobs are due"),
                    Map.entry("qrtz_locks", "when jobs are due"),
                    Map.entry("database_places", "where the database was found to lie"),
                    Map.entry("flyway_schema_history", "the schema's versions"));

    private static Database database;
    private static JdbcClient owner;
    private static SampleHotel ours;
    private static SampleHotel theirs;

    @BeforeAll
    static void twoHotelsWithARowInEachTable() {
        database = Database.fresh();
        owner = JdbcClient.create(database.owner());
        ours = SampleHotel.another(database);
        theirs = SampleHotel.another(database);
        owner.sql("insert into users (login, password_hash, role) values ('ana', '', 'operator')")
                .update();
        owner.sql(
                        """
                        insert into api_keys (name, rights, everywhere, hash, expires_at) values ('pms', '{read}', false, '', now())
                        """)
                .update();
        owner.sql(
                        """
                        insert into cards (account_id, token, last_four, fingerprint, sealed)
                        select id, 'card_1', '1111', '', '' from channel_accounts limit 1
                        """)
                .update();
        SampleRows rows = new SampleRows(owner);
        rows.fill(hotelTables(), ours);
        rows.fill(hotelTables(), theirs);
        owner.sql("update room_nights set sold = 1").update();
        owner.sql("create role house_system login in role serai_pms").update();
        owner.sql("insert into hotel_logins (login, hotel_id) values ('house_system', ?)")
                .param(ours.id())
                .update();
    }

    @AfterAll
    static void stop() {
        owner.sql("drop role house_system").update();
        database.close();
    }

    @Test
    void knowsOfEachTableWhoseItsRowsAre() {
        List<String> unknown =
                relations("r", "p", "v").stream()
                        .filter(name -> hotelColumn(name) == null)
                        .filter(name -> !OF_NO_HOTEL.containsKey(name))
                        .toList();

        assertThat(unknown)
                .as("tables without hotel_id (expected: none but those listed with a reason)")
                .isEmpty();
    }

    @Test
    void guardsEachTableOfHotelsByARowPolicy() {
        List<String> unguarded =
                owner.sql(
                                """
                                select relname from pg_class c
                                 where relnamespace = 'public'::regnamespace and relname = any (?)
                                   and not (relrowsecurity and (select count(*) from pg_policy p where p.polrelid = c.oid) > 0)
                                """)
                        .param(hotelTables().toArray(String[]::new))
                        .query(String.class)
                        .list();

        assertThat(unguarded).isEmpty();
    }

    @Test
    void letsViewsSeeWhatTheirReaderMaySee() {
        List<String> ownersEyes =
                owner.sql(
                                """
                                select relname from pg_class
                                 where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                                   and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false)
                                """)
                        .query(String.class)
                        .list();

        assertThat(ownersEyes).isEmpty();
    }

    @Test
    void grantsNothingOnPartsOfATable() {
        List<String> granted =
                owner.sql(
                                """
                                select c.relname || ': ' || c.relacl::text from pg_class c
                                 where c.relispartition and c.relacl is not null and c.relkind in ('r', 'p')
                                   and exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner)
                                """)
                        .query(String.class)
                        .list();

        assertThat(granted).isEmpty();
    }

    @Test
    void letsNobodyCallWhatRunsAsTheOwner() {
        List<String> callable =
                owner.sql(
                                """
                                select p.proname from pg_proc p
                                 where p.pronamespace = 'public'::regnamespace and p.prosecdef
                                   and p.prorettype <> 'trigger'::regtype
                                   and (has_function_privilege('serai_app', p.oid, 'execute')
                                        or has_function_privilege('serai_pms', p.oid, 'execute'))
                                """)
                        .query(String.class)
                        .list();

        assertThat(callable)
                .as("own hotels by login, and sealing with a public key, give nothing away")
                .containsExactlyInAnyOrder("serai_login_hotels", "sealed_by_sql");
    }

    @Test
    void hasARowOfBothHotelsInEachTable() {
        Map<String, Long> hotels = new TreeMap<>();
        for (String table : hotelTables()) {
            hotels.put(
                    table,
                    owner.sql(
                                    "select count(distinct %1$s) from %2$s where %1$s in (?, ?)"
                                            .formatted(hotelColumn(table), table))
                            .params(ours.id(), theirs.id())
                            .query(Long.class)
                            .single());
        }

        assertThat(hotels.values()).as(hotels.toString()).containsOnly(2L);
    }

    @ParameterizedTest
    @MethodSource("hotelRelations")
    void hidesAnotherHotelsRowsFromPages(String relation) throws SQLException {
        try (Connection app = app(Integer.toString(ours.id()))) {
            assertThat(seen(app, relation, ours.id()))
                    .as("own rows, where pages may read the table at all")
                    .isNotZero();
            hides(app, relation);
        }
    }

    @ParameterizedTest
    @MethodSource("hotelRelations")
    void hidesAnotherHotelsRowsFromAHotelSystem(String relation) throws SQLException {
        try (Connection system = system()) {
            hides(system, relation);
        }
    }

    @ParameterizedTest
    @MethodSource("hotelRelations")
    void showsPagesNothingBeforeAHotelIsSet(String relation) throws SQLException {
        try (Connection app = app("")) {
            assertThat(seen(app, relation, ours.id())).isLessThanOrEqualTo(0);
            hides(app, relation);
        }
    }

    @Test
    void hidesFromPagesAndHotelSystemsWhatBelongsToNoHotel() throws SQLException {
        List<String> open = new ArrayList<>();
        try (Connection app = app(Integer.toString(ours.id()));
                Connection system = system()) {
            for (String table : OF_NO_HOTEL.keySet()) {
                if (relations("r", "p", "v").contains(table) && !table.equals("cards")) {
                    if (count(app, table, "true") > 0 || count(system, table, "true") > 0) {
                        open.add(table);
                    }
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void showsAHotelSystemItsOwnNights() throws SQLException {
        try (Connection system = system()) {
            assertThat(seen(system, "room_nights", ours.id())).isPositive();
            assertThat(seen(system, "rate_nights", ours.id())).isPositive();
        }
    }

    @Test
    void letsReservationsAloneCountSoldRooms() throws SQLException {
        try (Connection app = app(Integer.toString(ours.id()));
                Connection system = system()) {
            for (Connection session : List.of(app, system)) {
                assertThat(refusal(session, "update room_nights set sold = sold"))
                        .contains("permission denied");
                assertThat(
                                refusal(
                                        session,
                                        "insert into room_nights (room_type_id, night, hotel_id, offered, sold) values (%d, '2031-01-01', %d, 1, 0)"
                                                .formatted(ours.roomType(), ours.id())))
                        .contains("permission denied");
                assertThat(refusal(session, "update room_nights set offered = offered")).isEmpty();
            }
        }
    }

    @Test
    void letsNeitherPagesNorHotelSystemsSayInSqlWhichHotelThereAnOpenConnectionIs()
            throws SQLException {
        String update =
                "update third_party_integrations set configuration = configuration || '%s' where id = "
                        + ours.connection();
        try (Connection app = app(Integer.toString(ours.id()));
                Connection system = system()) {
            for (Connection session : List.of(app, system)) {
                assertThat(refusal(session, update.formatted("{\"hotel_id\": \"1\"}")))
                        .contains("the hotel's number at the channel 1", "expected:", "/turn");
                assertThat(refusal(session, update.formatted("{\"test_mode\": false}")))
                        .contains("test_mode");
                assertThat(refusal(session, update.formatted("{\"drift\": \"ours\"}"))).isEmpty();
            }
        }
        owner.sql(
                        "update third_party_integrations set state = 'reading', was_open = false where id = ?")
                .param(ours.connection())
                .update();
        try (Connection system = system()) {
            assertThat(refusal(system, update.formatted("{\"hotel_id\": \"1\"}"))).isEmpty();
        }
        owner.sql("update third_party_integrations set state = 'open' where id = ?")
                .param(ours.connection())
                .update();
    }

    /** No statement shows, changes, removes or adds a row of the other hotel. */
    private static void hides(Connection session, String relation) throws SQLException {
        String column = hotelColumn(relation);
        String other = column + " = " + theirs.id();
        assertThat(seen(session, relation, theirs.id())).isLessThanOrEqualTo(0);
        if (!hotelTables().contains(relation)) {
            return;
        }
        long before = rows(relation);
        touches(session, "delete from %s where %s".formatted(relation, other));
        for (String updatable : columns(relation)) {
            touches(
                    session,
                    "update %1$s set %2$s = %2$s where %3$s".formatted(relation, updatable, other));
        }
        if (columns(relation).contains(column)) {
            touches(
                    session,
                    "update %1$s set %2$s = %3$d where %2$s = %4$d"
                            .formatted(relation, column, theirs.id(), ours.id()));
        }
        List<String> given = insertable(session, relation);
        touches(
                session,
                "insert into %s (%s) values (%s)"
                        .formatted(
                                relation,
                                String.join(", ", given),
                                SampleRows.values(owner, relation, given, other)));
        assertThat(rows(relation)).isEqualTo(before);
    }

    /** The statement is refused, or touches no row. */
    private static void touches(Connection session, String sql) throws SQLException {
        String refusal = "";
        int touched = 0;
        try (Statement statement = session.createStatement()) {
            touched = statement.executeUpdate(sql);
        } catch (SQLException e) {
            refusal = e.getMessage();
        }
        session.rollback();
        assertThat(touched).as(sql).isZero();
        assertThat(refusal)
                .as(sql)
                .matches("(?s)|.*(permission denied|violates row-level security).*");
    }

    /** The columns that the session may give values for; all of them where it may for none. */
    private static List<String> insertable(Connection session, String relation)
            throws SQLException {
        List<String> insertable = new ArrayList<>();
        for (String column : columns(relation)) {
            try (Statement statement = session.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select has_column_privilege('%s', '%s', 'insert')"
                                            .formatted(relation, column))) {
                rows.next();
                if (rows.getBoolean(1)) {
                    insertable.add(column);
                }
            }
        }
        return insertable.contains(hotelColumn(relation)) ? insertable : columns(relation);
    }

    private static String refusal(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.executeUpdate(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        } finally {
            session.rollback();
        }
    }

    private static int seen(Connection session, String relation, int hotel) throws SQLException {
        return count(session, relation, hotelColumn(relation) + " = " + hotel);
    }

    /** How many rows the session sees; -1 where it may not even look. */
    private static int count(Connection session, String relation, String where)
            throws SQLException {
        try (Statement statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from %s where %s".formatted(relation, where))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return -1;
        } finally {
            session.rollback();
        }
    }

    private static long rows(String relation) {
        return owner.sql(
                        "select count(*) from %s where %s = ?"
                                .formatted(relation, hotelColumn(relation)))
                .param(theirs.id())
                .query(Long.class)
                .single();
    }

    private static Connection app(String hotels) throws SQLException {
        return session("set role serai_app; set serai.hotels = '" + hotels + "'");
    }

    private static Connection system() throws SQLException {
        return session("set session authorization house_system; set role serai_pms");
    }

    private static Connection session(String sql) throws SQLException {
        Connection session = java.sql.DriverManager.getConnection(database.url());
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
        session.setAutoCommit(false);
        return session;
    }

    static Stream<String> hotelRelations() {
        return relations("r", "p", "v").stream().filter(name -> hotelColumn(name) != null);
    }

    private static List<String> hotelTables() {
        return relations("r", "p").stream().filter(name -> hotelColumn(name) != null).toList();
    }

    private static List<String> relations(String... kinds) {
        return owner.sql(
                        """
                        select relname from pg_class
                         where relnamespace = 'public'::regnamespace and relkind::text = any (?) and not relispartition
                         order by 1
                        """)
                .param(kinds)
                .query(String.class)
                .list();
    }

    private static String hotelColumn(String relation) {
        return relation.equals("hotels")
                ? "id"
                : columns(relation).stream().filter("hotel_id"::equals).findFirst().orElse(null);
    }

    private static List<String> columns(String relation) {
        return owner.sql(
                        """
                        select attname from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                         order by attnum
                        """)
                .param(relation)
                .query(String.class)
                .list();
    }
}
