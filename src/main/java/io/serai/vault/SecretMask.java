package io.serai.vault;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks what looks like a card number (13 to 19 digits that satisfy the Luhn check, bare or in
 * groups of four) or an authorization value in a text.
 */
public final class SecretMask {

    private static final String MASK = "***";

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9])(?:[0-9]{13,19}|[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,4}(?:\\1[0-9]{1,3})?"
                            + "|[0-9]{4}([ -])[0-9]{6}\\2[0-9]{5})(?![0-9])");

    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "(?i)(authorization[\"'\\]]*\\s*[:=]+\\s*[\"'\\[]*)[^\\s\"'\\],;]+(?:[ \\t]+[^\\s\"'\\],;]+)?");

    private static final Pattern SCHEME =
            Pattern.compile("\\b((?i:bearer|basic)\\s+)(?=\\S*[0-9A-Z=])[A-Za-z0-9._~+/=-]{8,}");

    private SecretMask() {}

    /** The text with every such value replaced; the very text given if there is none. */
    public static String mask(String text) {
        var masked = NUMBER.matcher(text).replaceAll(SecretMask::masked);
        if (containsEither(masked, "uthorization", "UTHORIZATION")) {
            masked = AUTHORIZATION.matcher(masked).replaceAll("$1" + MASK);
        }
        if (containsEither(masked, "earer", "EARER") || containsEither(masked, "asic", "ASIC")) {
            masked = SCHEME.matcher(masked).replaceAll("$1" + MASK);
        }
        return masked;
    }

    private static boolean containsEither(String text, String lower, String upper) {
        return text.contains(lower) || text.contains(upper);
    }

    private static String masked(MatchResult found) {
        var digits = found.group().replaceAll("[ -]", "");
        return isLuhn(digits) ? MASK + digits.substring(digits.length() - 4) : found.group();
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
