package io.serai.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.alert.Watching.Kept;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertWatchTests {

    private static Database database;
    private static JdbcClient sql;
    private static Watching watch;

    private final Instant now = Instant.now();
    private SampleHotel hotel;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        sql = JdbcClient.create(database.owner());
        watch = new Watching(database);
    }

    @AfterAll
    static void stop() {
        watch.close();
        database.close();
    }

    @BeforeEach
    void aHotelAndSomebodyWhoIsTold() {
        sql.sql("delete from hotels").update();
        sql.sql("delete from alarms").update();
        sql.sql("delete from ota_sync_logs").update();
        sql.sql("delete from qrtz_triggers").update();
        sql.sql("delete from qrtz_job_details").update();
        sql.sql("delete from alert_receivers").update();
        hotel = SampleHotel.another(database);
        sql.sql(
                        "insert into alert_receivers (name, way, address, least_severity) values ('Ops', 'mail', 'ops@hotel.example', 'note')")
                .update();
    }

    static Stream<Trouble> troubles() {
        return Trouble.all();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void tellsOnceOfWhatLastsAndOnceThatItIsOver(Trouble trouble) {
        watch.look(now);
        assertThat(watch.alerts(trouble.kind())).isEmpty();
        trouble.begins().forEach(this::run);

        watch.look(now);
        watch.look(now.plusSeconds(60));

        assertThat(watch.told(trouble.kind())).containsExactly("raised");
        Kept alert = watch.alerts(trouble.kind()).get(0);
        assertThat(alert.lasts()).isTrue();
        assertThat(alert.title() + "; " + alert.words()).contains(trouble.says());
        assertThat(alert.title() + alert.words()).doesNotContain("{", "Lovelace");
        assertThat(alert.todo()).isEqualTo(trouble.kind().todo());
        assertThat(alert.page()).startsWith("/");
        trouble.ends().forEach(this::run);
        watch.look(now.plusSeconds(120));
        assertThat(watch.alerts(trouble.kind())).singleElement().matches(it -> !it.lasts());
        watch.look(now.plus(Duration.ofMinutes(20)));
        watch.look(now.plus(Duration.ofMinutes(21)));
        assertThat(watch.told(trouble.kind())).containsExactly("raised", "over");
    }

    @Test
    void knowsHowEachKindComesToBe() {
        List<AlertKind> tried = troubles().map(Trouble::kind).toList();

        assertThat(AlertKind.values())
                .filteredOn(kind -> kind != AlertKind.DISK_FULL)
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void saysOfADiskThatItIsNearlyFullUntilThereIsSpace() {
        try (Watching full = new Watching(database, 1)) {
            full.look(now);
            full.look(now);
        }
        assertThat(watch.alerts(AlertKind.DISK_FULL))
                .singleElement()
                .matches(it -> it.words().matches("[0-9.]+ of [0-9.]+ GB are free where .*"));

        watch.look(now);

        assertThat(watch.alerts(AlertKind.DISK_FULL)).singleElement().matches(it -> !it.lasts());
    }

    @Test
    void leavesADiskToTheMachineThatSeesItAsLongAsItLooks() {
        sql.sql(
                        "insert into alarms (what, subject, words, watcher) values ('disk-full', 'elsewhere /dev/sda1', '', 'elsewhere')")
                .update();

        watch.look(now.plusSeconds(60));
        boolean lasts = watch.alerts(AlertKind.DISK_FULL).get(0).lasts();
        watch.look(now.plus(Duration.ofMinutes(11)));

        assertThat(lasts).isTrue();
        assertThat(watch.alerts(AlertKind.DISK_FULL)).singleElement().matches(it -> !it.lasts());
    }

    @Test
    void takesWhatComesAgainSoonForTheSameAlertAndTellsNothingNew() {
        Trouble trouble = stopped();
        for (int minute = 0; minute < 40; minute += 10) {
            trouble.begins().forEach(this::run);
            watch.look(now.plus(Duration.ofMinutes(minute)));
            trouble.ends().forEach(this::run);
            watch.look(now.plus(Duration.ofMinutes(minute + 1)));
        }

        watch.look(now.plus(Duration.ofMinutes(50)));

        assertThat(watch.told(trouble.kind())).containsExactly("raised", "over");
        assertThat(watch.alerts(trouble.kind())).singleElement().matches(it -> it.returns() == 3);
        trouble.begins().forEach(this::run);
        watch.look(now.plus(Duration.ofMinutes(51)));
        assertThat(watch.alerts(trouble.kind())).hasSize(2);
    }

    @Test
    void tellsAgainADayLaterUnlessSomebodyKnows() {
        stopped().begins().forEach(this::run);
        watch.look(now);
        watch.look(now.plus(Duration.ofHours(23)));
        watch.look(now.plus(Duration.ofHours(25)));
        watch.look(now.plus(Duration.ofHours(26)));
        assertThat(watch.told(AlertKind.CONNECTION_STOPPED)).containsExactly("raised", "lasts");
        run("update alarms set acknowledged_at = now(), acknowledged_by = 'user:anna'");

        watch.look(now.plus(Duration.ofHours(51)));

        assertThat(watch.told(AlertKind.CONNECTION_STOPPED)).hasSize(2);
    }

    @Test
    void raisesOneWhereSeveralInstancesLookAtOnce() throws Exception {
        Trouble trouble = stopped();
        try (Watching other = new Watching(database)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            trouble.begins().forEach(this::run);

            List<Callable<Boolean>> looks =
                    IntStream.range(0, 16)
                            .<Callable<Boolean>>mapToObj(
                                    n ->
                                            () -> {
                                                (n % 2 == 0 ? watch : other).look(now);
                                                return true;
                                            })
                            .toList();
            for (Future<Boolean> look : threads.invokeAll(looks)) {
                look.get();
            }
            threads.shutdown();
        }

        assertThat(watch.alerts(trouble.kind())).hasSize(1);
        assertThat(watch.told(trouble.kind())).containsExactly("raised");
    }

    @Test
    void tellsWhomItConcernsOnly() {
        SampleHotel other = SampleHotel.another(database);
        receiver("theirs", other.id(), "{}", "note");
        receiver("ours", hotel.id(), "{}", "note");
        receiver("urgent", hotel.id(), "{}", "urgent");
        receiver("jobs", null, "{job-late}", "note");
        run(
                "update channel_accounts set login_changed_at = now() - interval '91 days' where id = :account");
        run("update third_party_integrations set state = 'broken' where id = :connection");

        watch.look(now);

        assertThat(toldOf("credentials-old")).containsExactlyInAnyOrder("Ops", "ours");
        assertThat(toldOf("connection-stopped")).containsExactlyInAnyOrder("Ops", "ours", "urgent");
    }

    @Test
    void tellsEachHotelOfAnAccountThatServesSeveral() {
        SampleHotel other = SampleHotel.another(database);
        run(
                "update third_party_integrations set account_id = :account where id = "
                        + other.connection());
        receiver("theirs", other.id(), "{}", "note");
        run("update channel_accounts set state = 'broken' where id = :account");

        watch.look(now);

        assertThat(watch.alerts(AlertKind.CREDENTIALS_REFUSED))
                .singleElement()
                .matches(it -> it.title().endsWith("of 2 hotels"))
                .matches(it -> it.page().equals("/accounts/" + hotel.account() + "/credentials"));
        assertThat(toldOf("credentials-refused")).containsExactlyInAnyOrder("Ops", "theirs");
    }

    @Test
    void endsWhatAVersionBeforeRaised() {
        run(
                "insert into alarms (hotel_id, connection_id, what, words) values (:hotel, :connection, 'messages', 'too many')");

        watch.look(now);

        assertThat(
                        sql.sql("select count(*) from alarms where ended_at is null")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void addsNoLineToAMailForAHotelOrAChannelThatNamesOne() {
        run("update hotels set name = E'Casa\\r\\nBcc: all@hotel.example' where id = :hotel");
        run(
                "update third_party_integrations set state = 'broken', state_reason = E'no\\nThere: http://elsewhere.example' where id = :connection");

        watch.look(now);

        assertThat(watch.alerts(AlertKind.CONNECTION_STOPPED))
                .singleElement()
                .matches(it -> it.title().endsWith("hotel Casa Bcc: all@hotel.example"))
                .matches(it -> it.words().equals("no There: http://elsewhere.example"));
    }

    @Test
    void forgetsTestsThatAreAsOldAsTheAlertsItForgets() {
        sql.sql(
                        """
                        insert into alert_messages (receiver_id, what, created_at)
                        select id, 'test', now() - old from alert_receivers cross join unnest(array[interval '399 days', interval '401 days']) old
                        """)
                .update();

        int forgotten = watch.forget();

        assertThat(forgotten).isEqualTo(1);
        assertThat(sql.sql("select count(*) from alert_messages").query(Integer.class).single())
                .isEqualTo(1);
    }

    private static Trouble stopped() {
        return Trouble.all().findFirst().orElseThrow();
    }

    private void receiver(String name, Integer of, String kinds, String least) {
        sql.sql(
                        "insert into alert_receivers (hotel_id, name, way, address, kinds, least_severity) values (?, ?, 'mail', ?, ?::text[], ?)")
                .params(of, name, name + "@hotel.example", kinds, least)
                .update();
    }

    private static List<String> toldOf(String kind) {
        return sql.sql(
                        "select r.name from alert_messages m join alert_receivers r on r.id = m.receiver_id join alarms a on a.id = m.alarm_id where a.what = ?")
                .param(kind)
                .query(String.class)
                .list();
    }

    private void run(String statement) {
        sql.sql(Trouble.of(statement, hotel)).update();
    }
}
