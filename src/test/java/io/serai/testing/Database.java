package io.serai.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of a test's own with Serai's whole schema, in a PostgreSQL that the tests of a JVM
 * share.
 */
public final class Database implements AutoCloseable {

    private static final String TEMPLATE = "serai_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final String name;
    private final HikariDataSource owner;
    private final HikariDataSource engine;

    private Database(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
        this.owner = pool("select 1");
        this.engine = pool("set role serai_engine; set serai.wakes = 'after commit'");
    }

    /**
     * One in a PostgreSQL of its own, of which nobody else writes a byte: its files lie in data.
     */
    public static Database alone(Path data) {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(true)
                            .setServerConfig("max_connections", "100")
                            .start();
            Server.migrate(server, "postgres");
            return new Database(server, "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new one, empty but for the schema. */
    public static Database fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("create database " + name + " template " + TEMPLATE)
                .update();
        return new Database(Server.RUNNING, name);
    }

    /** A copy of it as it is now, beside it; nobody may be at work in it. */
    public Database copy() {
        String copy = "test_" + NUMBER.incrementAndGet();
        JdbcClient outside = JdbcClient.create(server.getPostgresDatabase());
        outside.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query()
                .listOfRows();
        outside.sql("create database " + copy + " template " + name).update();
        return new Database(server, copy);
    }

    /** As its owner, whom nothing is hidden from: like a hotel system that writes plain SQL. */
    public DataSource owner() {
        return owner;
    }

    /** As the routes and the dispatcher see it. */
    public DataSource engine() {
        return engine;
    }

    /** As pages and the API see it, without a hotel set. */
    public HikariDataSource app() {
        return pool("set role serai_app");
    }

    /** Its address for a Serai of its own. */
    public String url() {
        return server.getJdbcUrl("postgres", name);
    }

    private HikariDataSource pool(String init) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername("postgres");
        config.setConnectionInitSql(init);
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        owner.close();
        engine.close();
        if (server != Server.RUNNING) {
            stop();
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started with the first test that needs it; it ends with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "300")
                                .start();
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database " + TEMPLATE)
                        .update();
                migrate(server, TEMPLATE);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void migrate(EmbeddedPostgres server, String database) {
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", database))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }
}
