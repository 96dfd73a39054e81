package io.serai.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import io.serai.sandbox.account.AccountBeans;
import io.serai.sandbox.ari.AriBeans;
import io.serai.sandbox.booking.BookingBeans;
import io.serai.sandbox.guests.GuestBeans;
import io.serai.sandbox.property.PropertyBeans;
import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.CutValve;
import io.serai.sandbox.wire.Door;
import io.serai.sandbox.wire.Faults;
import io.serai.sandbox.wire.Gate;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The whole of the stand-in, named bean by bean: nothing is scanned and nothing configures itself,
 * so that neither it nor Serai can catch the other's parts.
 */
@Import({
    AccountBeans.class,
    PropertyBeans.class,
    AriBeans.class,
    BookingBeans.class,
    GuestBeans.class,
    ControlBeans.class
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
    Faults faults() {
        return new Faults();
    }

    @Bean
    CallLog calls(JdbcTemplate jdbc, SandboxSettings settings) {
        return new CallLog(jdbc, settings.calls().bodyLimit());
    }

    @Bean
    Door door(Gate gate, Faults faults, CallLog calls) {
        return new Door(gate, faults, calls);
    }

    @Bean
    HandlerExceptionResolver controlRefusals() {
        return new ControlRefusals();
    }

    @Bean
    TomcatServletWebServerFactory webServer(SandboxSettings settings)
            throws java.net.UnknownHostException {
        var factory = new TomcatServletWebServerFactory(settings.port());
        factory.setAddress(java.net.InetAddress.getByName(settings.address()));
        factory.addEngineValves(new CutValve());
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxKeepAliveRequests", "-1"));
        return factory;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        var servlet = new DispatcherServlet(context);
        var registration = new ServletRegistrationBean<>(servlet, "/");
        registration.setName("sandbox");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
