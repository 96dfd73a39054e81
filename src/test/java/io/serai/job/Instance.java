package io.serai.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.flow.FlowChanged;
import io.serai.flow.FlowFolder;
import io.serai.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One of several instances over a database, with nothing but jobs. */
final class Instance implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Cable cable;
    private final JobRoutes routes = new JobRoutes();
    private final JobFigures figures;
    private final JdbcClient jdbc;
    final JobClock clock;
    final Jobs jobs;

    Instance(Database database) {
        cable = new Cable(database.engine());
        jdbc = JdbcClient.create(cable);
        JobRuns runs =
                new JobRuns(
                        jdbc,
                        new TransactionTemplate(new JdbcTransactionManager(cable)),
                        new ObjectMapper());
        JobHistory history = new JobHistory(jdbc, new ObjectMapper());
        figures = new JobFigures(routes, Clock.systemUTC());
        clock =
                new JobClock(
                        routes,
                        new JobRunner(routes, runs, new SimpleMeterRegistry()),
                        runs,
                        new JobSettings(ZoneId.of("UTC"), 4, Duration.ofSeconds(1)),
                        cable,
                        jdbc);
        jobs = new Jobs(routes, runs, history, clock, jdbc);
        camel.getRegistry().bind("jobRoutes", routes);
        camel.getRegistry().bind("job-component", new JobComponent());
        camel.start();
    }

    /** What is shown of its jobs to whoever watches. */
    List<Map<String, Object>> shown() {
        return figures.jobAges().question().apply(jdbc).query().listOfRows();
    }

    /** Has its jobs run when they are due. */
    Instance start() {
        try {
            clock.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Saves a file with the route of a job for all hotels. */
    Instance job(String name, String cron, Processor work) {
        return job(name, cron, "UTC", work);
    }

    /** Saves a file with the route of a job; what ran before is removed first. */
    Instance job(String name, String cron, String zone, Processor work) {
        remove(name);
        try {
            camel.addRoutes(
                    new RouteBuilder() {
                        @Override
                        public void configure() {
                            errorHandler(noErrorHandler());
                            from("job:%s?cron=%s&zone=%s"
                                            .formatted(name, cron.replace(' ', '+'), zone))
                                    .routeId("job-" + name)
                                    .routeDescription("Does " + name)
                                    .process(work);
                        }
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        changed();
        return this;
    }

    /** Deletes the file of a job. */
    void delete(String name) {
        remove(name);
        changed();
    }

    private void remove(String name) {
        try {
            camel.getRouteController().stopRoute("job-" + name);
            camel.removeRoute("job-" + name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void changed() {
        routes.changed(new FlowChanged(FlowFolder.ROUTES, "a-file", null));
    }

    /** From now on it is dead to all others: nothing that it does reaches the database. */
    void cut() {
        cable.isCut = true;
    }

    @Override
    public void close() {
        try {
            clock.stop();
            camel.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Cable extends DelegatingDataSource {

        private volatile boolean isCut;

        Cable(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isCut) {
                throw new SQLException("cut", "08006");
            }
            return super.getConnection();
        }
    }
}
