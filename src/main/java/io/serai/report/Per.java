package io.serai.report;

import java.util.Locale;

/** What has lines of its own. */
public enum Per {
    HOTEL,
    CHANNEL,
    /** In the reconciliation alone. */
    BOOKING;

    /** Its name in questions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
