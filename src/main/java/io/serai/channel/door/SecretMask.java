package io.serai.channel.door;

import io.serai.channel.account.Access;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what must not be shown in a text of unknown form: card numbers, and the call's secrets. */
final class SecretMask {

    private static final Pattern DIGITS =
            Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");
    private static final int SHORTEST_SECRET = 4;

    private final Set<String> secrets = new TreeSet<>();

    SecretMask(Access.Granted access) {
        secrets.addAll(access.credentials().values());
        if (access.token() != null) {
            secrets.add(access.token());
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    }

    String mask(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "***");
        }
        return DIGITS.matcher(hidden)
                .replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
    }

    private static String number(String text) {
        String digits = text.replaceAll("[ -]", "");
        return isCard(digits) ? "***" + digits.substring(digits.length() - 4) : text;
    }

    /** The check digit of ISO/IEC 7812. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int value = place % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }
}
