package io.serai.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What came of being asked.
 *
 * @param quotes null where nobody counts them: channels do not tell what was asked of them
 */
record Converted(Figures booked, @Nullable QuotesAsked quotes) {

    static final Converted NOTHING = new Converted(Figures.NONE, null);

    Converted plus(Converted other) {
        return new Converted(
                booked.plus(other.booked),
                quotes == null
                        ? other.quotes
                        : quotes.plus(other.quotes == null ? QuotesAsked.NONE : other.quotes));
    }

    @Nullable BigDecimal ofQuotes() {
        return quotes == null ? null : Measure.percentOf(booked.taken(), quotes.asked());
    }

    @Nullable BigDecimal ofTaken() {
        return Measure.percentOf(booked.kept().bookings(), booked.taken());
    }
}
