package io.serai.report;

import java.util.Locale;

/** What became of a booking; what each means is in docs/reports.md. */
enum State {
    KEPT,
    CANCELLED,
    NO_SHOW;

    /** The state of this name in {@code report_days.state}. */
    static State of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
