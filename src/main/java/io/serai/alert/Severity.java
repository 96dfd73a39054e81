package io.serai.alert;

import java.util.Locale;

/** How much an alert hurries, the least first. */
public enum Severity {
    /** It can wait for days. */
    NOTE,
    /** It wants looking at today. */
    WARNING,
    /** A guest may come to harm, or nothing is sold, until somebody acts. */
    URGENT;

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "severity: '" + word + "' (expected: note, warning or urgent)");
    }

    /** As it is kept and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
