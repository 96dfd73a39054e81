package io.serai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationTests {

    private static final DatabaseAddress DATABASE = TestDatabase.fresh();

    private final ApplicationContextRunner serai =
            new ApplicationContextRunner()
                    .withUserConfiguration(AddressConfiguration.class, DatabaseConfiguration.class)
                    .withConfiguration(
                            AutoConfigurations.of(
                                    FlywayAutoConfiguration.class,
                                    JdbcTemplateAutoConfiguration.class,
                                    JdbcClientAutoConfiguration.class));

    private final ApplicationContextRunner seraiOnGivenDatabase =
            serai.withPropertyValues(
                    "serai.db.url=" + DATABASE.url(),
                    "serai.db.user=" + DATABASE.user(),
                    "serai.db.password=" + DATABASE.password(),
                    "serai.db.migrations=classpath:database/migration");

    @Test
    void worksInTwoRolesOnOneLogin() {
        seraiOnGivenDatabase.run(
                context -> {
                    var engine = JdbcClient.create(context.getBean(DataSource.class));
                    var app = JdbcClient.create(context.getBean("appDataSource", DataSource.class));

                    assertThat(engine.sql("select current_user").query(String.class).single())
                            .isEqualTo("serai_engine");
                    assertThat(app.sql("select current_user").query(String.class).single())
                            .isEqualTo("serai_app");
                });
    }

    @Test
    void showsASessionTheRowsOfItsHotelsAndNoOther() {
        seraiOnGivenDatabase.run(
                context -> {
                    var engine = context.getBean(JdbcClient.class);
                    var sessions = context.getBean(TenantSession.class);
                    engine.sql("delete from nights").update();
                    engine.sql("insert into nights values (1, 10), (2, 20), (3, 30)").update();

                    assertThat(sold(sessions, 1L, 3L)).containsExactly(10, 30);
                    assertThat(sold(sessions)).isEmpty();
                    assertThat(sold(sessions, 2L)).containsExactly(20);
                    var outside =
                            JdbcClient.create(context.getBean("appDataSource", DataSource.class));
                    assertThat(outside.sql("select * from nights").query().listOfRows()).isEmpty();
                });
    }

    @Test
    void tellsTheDatabaseWhoActsAndRollsBackWhatFails() {
        seraiOnGivenDatabase.run(
                context -> {
                    var engine = context.getBean(JdbcClient.class);
                    var sessions = context.getBean(TenantSession.class);
                    engine.sql("delete from nights").update();

                    sessions.run(List.of(7L), "user:anna", TenantSessionWork::setNight);
                    assertThatThrownBy(
                                    () ->
                                            sessions.run(
                                                    List.of(7L),
                                                    "user:ben",
                                                    TenantSessionWork::setNightThenFail))
                            .hasMessage("changed my mind");

                    assertThat(engine.sql("select set_by from nights").query(String.class).list())
                            .containsExactly("user:anna");
                });
    }

    @Test
    void namesNoValueOfARowInAFailure() {
        seraiOnGivenDatabase.run(
                context -> {
                    var engine = context.getBean(JdbcClient.class);

                    assertThatThrownBy(
                                    () ->
                                            engine.sql("insert into nights values (8, null, 'Ann')")
                                                    .update())
                            .hasMessageContaining("not-null")
                            .message()
                            .doesNotContain("Failing row");
                });
    }

    @Test
    void refusesItsOwnDatabaseInProduction() {
        serai.withPropertyValues("spring.profiles.active=production")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining("serai.db.url: not set"));
    }

    private static List<Integer> sold(TenantSession sessions, Long... hotels) {
        return sessions.call(
                List.of(hotels),
                "user:anna",
                database ->
                        database.sql("select sold from nights order by hotel_id")
                                .query(Integer.class)
                                .list());
    }

    private static final class TenantSessionWork {

        static void setNight(JdbcClient database) {
            database.sql("insert into nights (hotel_id, sold) values (7, 1)").update();
        }

        static void setNightThenFail(JdbcClient database) {
            setNight(database);
            throw new IllegalStateException("changed my mind");
        }
    }
}
