package io.serai.flow.trial;

import io.serai.database.DatabaseAddress;
import io.serai.database.DatabaseSettings;
import io.serai.database.EmbeddedDatabase;
import io.serai.database.ExternalDatabaseGiven;
import io.serai.flow.FlowSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries mappings from the command line, beside a running Serai and with its settings:
 *
 * <ul>
 *   <li>{@code check}: over their examples, those in force or those of {@code --mappings};
 *   <li>{@code compare --mappings=<folder>}: what the edited mappings of a folder would have
 *       written otherwise than those in force, over the last messages that were really sent; {@code
 *       --last} says how many of each mapping (10).
 * </ul>
 */
public final class MappingsCommand {

    private final PrintStream out;

    /**
     * @param out where everything is said
     */
    public MappingsCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Does what the arguments say.
     *
     * @return 0 when all holds, 1 when an example does not, 2 when the arguments are not understood
     */
    public int run(String... arguments) {
        String what = arguments.length == 0 ? "" : arguments[0];
        ConfigurableEnvironment environment = environment(arguments);
        FlowSettings folders =
                Binder.get(environment).bindOrCreate("serai.flow", FlowSettings.class);
        String given = environment.getProperty("mappings");
        if (what.equals("check")) {
            Path folder = given == null ? folders.mappings() : Path.of(given);
            return new ExamplesCheck(out).check(folder) ? 0 : 1;
        }
        if (what.equals("compare") && given != null) {
            new EditedMappings(folders.routes(), folders.mappings(), Path.of(given), out)
                    .compare(
                            new SentMessages(JdbcClient.create(database(environment).unpooled())),
                            environment.getProperty("last", Integer.class, 10));
            return 0;
        }
        out.println(
                "mappings '"
                        + String.join(" ", arguments)
                        + "' (expected: check [--mappings=<folder>], or compare --mappings=<folder>"
                        + " [--last=<messages>])");
        return 2;
    }

    private static ConfigurableEnvironment environment(String[] arguments) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SimpleCommandLinePropertySource(
                                Arrays.stream(arguments)
                                        .filter(it -> it.startsWith("--"))
                                        .toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static DatabaseAddress database(ConfigurableEnvironment environment) {
        DatabaseSettings settings =
                Binder.get(environment).bindOrCreate("serai.db", DatabaseSettings.class);
        if (ExternalDatabaseGiven.in(environment)) {
            return new DatabaseAddress(
                    Objects.requireNonNull(settings.url()),
                    Objects.requireNonNull(settings.user(), "serai.db.user"),
                    Objects.requireNonNullElse(settings.password(), ""));
        }
        return EmbeddedDatabase.running(settings.embedded().directory());
    }
}
