package io.serai.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import io.serai.sandbox.account.AccountBeans;
import io.serai.sandbox.ari.AriBeans;
import io.serai.sandbox.booking.BookingBeans;
import io.serai.sandbox.guests.GuestBeans;
import io.serai.sandbox.notifier.NotifierBeans;
import io.serai.sandbox.payment.PaymentBeans;
import io.serai.sandbox.property.PropertyBeans;
import io.serai.sandbox.reporting.ReportingBeans;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole of the first stand-in, named bean by bean: nothing is scanned and nothing configures
 * itself, so that neither it nor Serai can catch the other's parts. The second one is a context of
 * its own beside it, on the same database.
 */
@Import({
    AccountBeans.class,
    PropertyBeans.class,
    ReportingBeans.class,
    AriBeans.class,
    BookingBeans.class,
    GuestBeans.class,
    NotifierBeans.class,
    PaymentBeans.class,
    ControlBeans.class,
    WebBeans.class
})
class SandboxConfiguration {

    private static final String SCHEMA = "sandbox";

    @Bean
    SandboxSettings settings(Environment environment) {
        return SandboxSettings.of(environment);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    HikariDataSource dataSource(SandboxSettings settings) {
        var source = new HikariDataSource();
        source.setPoolName("sandbox");
        source.setJdbcUrl(settings.db().url());
        source.setUsername(settings.db().user());
        source.setPassword(settings.db().password());
        source.setMaximumPoolSize(settings.db().pool());
        source.setSchema(SCHEMA);
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("ApplicationName", SCHEMA);
        Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("classpath:sandbox/db")
                .load()
                .migrate();
        return source;
    }

    @Bean
    JdbcTemplate jdbcTemplate(HikariDataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc);
    }

    @Bean
    TransactionTemplate transaction(HikariDataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Bean
    Listening listening(SandboxSettings settings) {
        return new Listening(settings.port(), "call");
    }

    @Bean
    SecondStandIn secondStandIn(ConfigurableApplicationContext context, SandboxSettings settings) {
        return new SecondStandIn(context, settings.expedia().port());
    }
}
