package io.serai.sandbox.expedia.booking;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A guest's telephone number in the parts that messages have, where it is written so. */
public record Phone(@Nullable String country, @Nullable String area, String number) {

    private static final Pattern PARTS = Pattern.compile("\\+(\\d+) (\\d+) (.+)");

    /** Of a text such as {@code +351 21 0000000}; any other is a number without parts. */
    public static Phone of(String text) {
        var parts = PARTS.matcher(text);
        return parts.matches()
                ? new Phone(parts.group(1), parts.group(2), parts.group(3))
                : new Phone(null, null, text);
    }
}
