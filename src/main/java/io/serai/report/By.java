package io.serai.report;

import java.util.Locale;

/** By which of its days a booking counts. */
public enum By {
    /** By its nights: each night's part of it on that night. */
    STAY("stay"),
    /** Whole on the day it was made. */
    BOOKING("booked"),
    /** Whole on the day of arrival. */
    ARRIVAL("arrival"),
    /** Whole on the day of departure: the reconciliation alone. */
    DEPARTURE("departure");

    private final String basis;

    By(String basis) {
        this.basis = basis;
    }

    /** Its name in questions and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in {@code report_days.basis}. */
    String basis() {
        return basis;
    }
}
