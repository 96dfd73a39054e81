package io.serai.channel.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads credentials that are kept elsewhere: <code>{file:NAME}</code> is the text of a file of that
 * name in the directory of the settings, <code>{env:SERAI_CREDENTIAL_NAME}</code> an environment
 * variable. They are read anew each time, so that whoever changes them there has changed them.
 */
public final class CredentialSources {

    private static final Pattern FILE = Pattern.compile("\\{file:([A-Za-z0-9_-][A-Za-z0-9_.-]*)}");
    private static final Pattern VARIABLE =
            Pattern.compile("\\{env:(SERAI_CREDENTIAL_[A-Z0-9_]+)}");

    private final @Nullable Path directory;
    private final UnaryOperator<@Nullable String> environment;

    CredentialSources(@Nullable Path directory, UnaryOperator<@Nullable String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** Whether a credential is kept elsewhere, or looks as if it should be. */
    public static boolean isElsewhere(String value) {
        return value.startsWith("{file:") || value.startsWith("{env:");
    }

    /**
     * The credentials with those that are kept elsewhere read.
     *
     * @throws CredentialMissing naming what is not there
     */
    Map<String, String> read(Map<String, String> credentials) {
        if (credentials.values().stream().noneMatch(CredentialSources::isElsewhere)) {
            return credentials;
        }
        Map<String, String> read = new HashMap<>();
        credentials.forEach((name, value) -> read.put(name, value(name, value)));
        return read;
    }

    private String value(String name, String value) {
        Matcher variable = VARIABLE.matcher(value);
        Matcher file = FILE.matcher(value);
        if (variable.matches()) {
            return demand(name, value, environment.apply(variable.group(1)));
        }
        if (file.matches() && directory != null) {
            return demand(name, value, text(directory.resolve(file.group(1))));
        }
        return isElsewhere(value) ? demand(name, value, null) : value;
    }

    private static @Nullable String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            return null;
        }
    }

    private static String demand(String name, String where, @Nullable String found) {
        if (found == null || found.isBlank()) {
            throw new CredentialMissing(
                    "credential "
                            + name
                            + ": "
                            + where
                            + " is not there (expected: a file of serai.credentials.directory, or a"
                            + " variable SERAI_CREDENTIAL_…)");
        }
        return found;
    }
}
