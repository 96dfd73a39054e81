package io.serai.flow.trial;

import io.serai.database.DatabaseAddress;
import io.serai.database.DatabaseSettings;
import io.serai.database.EmbeddedDatabase;
import io.serai.database.ExternalDatabaseGiven;
import io.serai.flow.FlowSettings;
import io.serai.vault.SealerBeside;
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
 *   <li>{@code compare --mappings=<folder>}: what the edited mappings of a folder make otherwise of
 *       the last messages that were really received and sent than what was made of them; {@code
 *       --last} says how many of each mapping (as many as are kept).
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
            compare(environment, folders.mappings(), Path.of(given));
            return 0;
        }
        out.println(
                "mappings '"
                        + String.join(" ", arguments)
                        + "' (expected: check [--mappings=<folder>], or compare --mappings=<folder>"
                        + " [--last=<messages>])");
        return 2;
    }

    private void compare(ConfigurableEnvironment environment, Path inForce, Path edited) {
        KeptMessageSettings settings =
                Binder.get(environment)
                        .bindOrCreate("serai.flow.messages", KeptMessageSettings.class);
        KeptRows rows =
                new KeptRows(
                        JdbcClient.create(database(environment).unpooled()),
                        SealerBeside.of(environment));
        int last = environment.getProperty("last", Integer.class, settings.each());
        new EditedMappings(inForce, edited, out)
                .compare(new Trials(file -> rows.last(file, last), settings));
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
