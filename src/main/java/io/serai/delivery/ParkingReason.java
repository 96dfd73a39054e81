package io.serai.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * Why a message was parked, as far as it may be shown: the first line of what failed, since a
 * database says further down which row it was.
 *
 * @param words the failure's kind and words, at most 1000 characters
 * @param met what was met; null where the failure does not say
 * @param expected what was expected instead; null where the failure does not say
 */
record ParkingReason(String words, @Nullable String met, @Nullable String expected) {

    private static final int LONGEST = 1000;
    private static final Pattern SAID = Pattern.compile("(.*?) \\(expected: (.*)\\)[^()]*");

    static ParkingReason of(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher parts = SAID.matcher(said);
        boolean whole = parts.matches();
        return new ParkingReason(
                cut(cause.getClass().getSimpleName() + ": " + said),
                whole ? cut(parts.group(1)) : null,
                whole ? cut(parts.group(2)) : null);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
