package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text of a mapping.
 *
 * @param hash by which it is known again
 * @param parameters what it asks for beside its body, by name
 */
record MappingText(String text, String hash, Set<String> parameters) {

    /** {@code $variables.x} and {@code $variables."x"}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$variables\\.\"?([\\w-]+)");

    /** Those of a stylesheet itself, not of its functions. */
    private static final Pattern GLOBAL =
            Pattern.compile("<xsl:(param|function|template)\\s(?:name=\"([^\"]+)\")?");

    static MappingText of(String text) {
        Set<String> parameters = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> parameters.add(found.group(1)));
        for (MatchResult found : GLOBAL.matcher(text).results().toList()) {
            if (!found.group(1).equals("param")) {
                break;
            }
            parameters.add(String.valueOf(found.group(2)));
        }
        return new MappingText(text, hash(text), Set.copyOf(parameters));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
