package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Never more than so many calls in so long a time, written {@code 75/m} or {@code 100/5m}; and so
 * many on average, written {@code 200/m sustained 100}.
 *
 * @param calls how many in any stretch of the time, at least 1
 * @param per the time
 * @param sustained how many in that time for as long as calls wait; the others may come at once
 */
public record Limit(int calls, Duration per, int sustained) {

    private static final Pattern FORM =
            Pattern.compile(
                    "([1-9][0-9]{0,6})/([1-9][0-9]{0,3})?([smhd])( sustained ([1-9][0-9]{0,6}))?");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));
    private static final int USUALLY_AT_ONCE = 5;

    /** A fifth may come at once, the rest is spread over the time. */
    public Limit(int calls, Duration per) {
        this(calls, per, Math.max(1, calls - Math.max(1, calls / USUALLY_AT_ONCE)));
    }

    /**
     * Reads {@code 75/m}, {@code 100/5m} or {@code 200/m sustained 100}.
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
                            + "' (expected: calls/time with s, m, h or d, as 75/m, 100/5m or"
                            + " 200/m sustained 100)");
        }
        int units = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
        int calls = Integer.parseInt(form.group(1));
        Duration per = UNITS.get(form.group(3)).multipliedBy(units);
        if (form.group(5) == null) {
            return new Limit(calls, per);
        }
        int sustained = Integer.parseInt(form.group(5));
        if (sustained >= calls) {
            throw new IllegalArgumentException(
                    "limit: '" + text + "' (expected: fewer sustained than " + calls + ")");
        }
        return new Limit(calls, per, sustained);
    }

    /** As it is written in {@code channel.yaml}. */
    public String text() {
        long seconds = per.toSeconds();
        String unit = seconds % 86_400 == 0 ? "d" : seconds % 3600 == 0 ? "h" : "";
        unit = unit.isEmpty() ? seconds % 60 == 0 ? "m" : "s" : unit;
        long units = seconds / UNITS.get(unit).toSeconds();
        String most = calls + "/" + (units == 1 ? "" : units) + unit;
        boolean usual = sustained == new Limit(calls, per).sustained;
        return usual ? most : most + " sustained " + sustained;
    }

    /** How many calls may come at once after a rest. */
    public int atOnce() {
        return Math.max(1, calls - sustained);
    }
}
