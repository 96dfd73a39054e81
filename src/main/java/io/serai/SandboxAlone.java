package io.serai;

import io.serai.database.DatabaseAddress;
import io.serai.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * The stand-ins of the channels in a process of their own, so that killing Serai does not kill
 * them. Settings come from the command line or the environment: {@code --sandbox.port} (8181),
 * {@code --sandbox.expedia.port} (8182), {@code --sandbox.db.url}, {@code .user}, {@code
 * .password}; without a URL they have a database of their own in {@code data/sandbox}, or where
 * {@code --sandbox.db.directory} says.
 */
final class SandboxAlone {

    private SandboxAlone() {}

    static void start(String[] arguments) {
        var given = new SimpleCommandLinePropertySource(arguments);
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(given);
        var own = ownDatabase(environment);
        try {
            var database = own == null ? givenDatabase(environment) : own.login("sandbox");
            var port = environment.getProperty("sandbox.port", Integer.class, 8181);
            var expediaPort = environment.getProperty("sandbox.expedia.port", Integer.class, 8182);
            var settings = Sandbox.settings(port, expediaPort, database);
            for (var name : given.getPropertyNames()) {
                settings.putIfAbsent(name, Objects.requireNonNull(given.getProperty(name)));
            }
            var sandbox =
                    Sandbox.start(settings)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "This build has no sandbox to start"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, own)));
        } catch (RuntimeException e) {
            close(own);
            throw e;
        }
    }

    private static @Nullable EmbeddedDatabase ownDatabase(ConfigurableEnvironment environment) {
        if (StringUtils.hasText(environment.getProperty("sandbox.db.url"))) {
            return null;
        }
        return EmbeddedDatabase.start(
                Path.of(environment.getProperty("sandbox.db.directory", "data/sandbox")));
    }

    private static DatabaseAddress givenDatabase(ConfigurableEnvironment environment) {
        return new DatabaseAddress(
                environment.getRequiredProperty("sandbox.db.url"),
                environment.getRequiredProperty("sandbox.db.user"),
                environment.getProperty("sandbox.db.password", ""));
    }

    /** The database last: what the sandbox does at its end still needs it. */
    private static void stop(
            ConfigurableApplicationContext sandbox, @Nullable EmbeddedDatabase own) {
        sandbox.close();
        close(own);
    }

    private static void close(@Nullable EmbeddedDatabase own) {
        if (own != null) {
            own.close();
        }
    }
}
