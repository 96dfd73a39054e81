package io.serai.channel;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills <code>{{credential:NAME}}</code>. Filled texts go on the wire and nowhere else. */
public final class CredentialPlaceholders {

    /** What every placeholder begins with. */
    public static final String BEGINNING = "{{credential:";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{credential:([A-Za-z0-9_.-]+)}}");

    private CredentialPlaceholders() {}

    /** Fills a text with the credentials as they are. */
    public static String fill(String text, Map<String, String> credentials) {
        return fill(text, credentials, UnaryOperator.identity());
    }

    /**
     * Fills a text.
     *
     * @param quoted writes a credential as the text's form demands it
     * @throws IllegalArgumentException for a name that the account has no credential for
     */
    public static String fill(
            String text, Map<String, String> credentials, UnaryOperator<String> quoted) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        quoted.apply(value(found.group(1), credentials))));
    }

    private static String value(String name, Map<String, String> credentials) {
        String value = credentials.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "credential: '"
                            + name
                            + "' (expected: one of "
                            + new TreeSet<>(credentials.keySet())
                            + ")");
        }
        return value;
    }
}
