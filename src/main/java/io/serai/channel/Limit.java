package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many calls in so long a time, written {@code 75/m} or {@code 100/5m}.
 *
 * @param calls how many, at least 1
 * @param per the time
 */
public record Limit(int calls, Duration per) {

    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,3})?([smhd])");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    /**
     * Reads {@code 75/m} or {@code 100/5m}.
     *
     * @throws IllegalArgumentException for any other form
     */
    @JsonCreator
    public static Limit parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "limit: '"
                            + text
                            + "' (expected: calls/time with s, m, h or d, as 75/m or 100/5m)");
        }
        int units = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
        return new Limit(
                Integer.parseInt(form.group(1)), UNITS.get(form.group(3)).multipliedBy(units));
    }
}
