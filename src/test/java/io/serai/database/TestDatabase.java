package io.serai.database;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL for tests: one server for each run of the tests, an empty database for each
 * call. Roles are the server's, not the database's: a migration makes them only if they are
 * missing.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database that nothing else uses; its login owns it and may create roles. */
    public static DatabaseAddress fresh() {
        var server = Server.RUNNING.address();
        var name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(Server.RUNNING.superuser().unpooled())
                .sql("create database " + name + " owner " + server.user())
                .update();
        return new DatabaseAddress(
                server.url().replaceAll("/serai$", "/" + name), server.user(), server.password());
    }

    /** Gives a Spring test a database of its own. */
    public static void use(DynamicPropertyRegistry settings) {
        var database = fresh();
        settings.add("serai.db.url", database::url);
        settings.add("serai.db.user", database::user);
        settings.add("serai.db.password", database::password);
    }

    /** Started when the first test asks; stopped and deleted when the tests' process ends. */
    private static final class Server {

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var data = Path.of("target/postgres-" + ProcessHandle.current().pid());
            var database = EmbeddedDatabase.start(data, Path.of("target/postgres-binaries"));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        database.close();
                                        FileSystemUtils.deleteRecursively(data.toFile());
                                    }));
            return database;
        }
    }
}
