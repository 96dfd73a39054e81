package io.serai.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final String name;
    private final HikariDataSource owner;
    private final HikariDataSource engine;

    private Database(String name) {
        this.name = name;
        this.owner = pool(name, "select 1");
        this.engine = pool(name, "set role serai_engine; set serai.wakes = 'after commit'");
    }

    /** A new one, empty but for the schema. */
    public static Database fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("create database " + name + " template " + TEMPLATE)
                .update();
        return new Database(name);
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
        return pool(name, "set role serai_app");
    }

    /** Its address for a Serai of its own. */
    public String url() {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    private static HikariDataSource pool(String database, String init) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Server.RUNNING.getJdbcUrl("postgres", database));
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
                Flyway.configure()
                        .dataSource(server.getDatabase("postgres", TEMPLATE))
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
