package io.serai.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Rates and means that several reports tell; docs/reports.md defines them. */
final class Means {

    private Means() {}

    /** Room revenue for each room night sold. */
    static @Nullable BigDecimal adr(Figures figures) {
        return Measure.ratio(figures.kept().revenue(), BigDecimal.valueOf(figures.kept().nights()));
    }

    /** Nights of a stay. */
    static @Nullable BigDecimal stay(Figures figures) {
        return Measure.ratio(figures.kept().stayNights(), figures.kept().bookings());
    }

    /** Days from booking to arrival. */
    static @Nullable BigDecimal lead(Figures figures) {
        return Measure.ratio(figures.kept().leadDays(), figures.kept().bookings());
    }

    /** Percent of the bookings made that were cancelled. */
    static @Nullable BigDecimal cancelled(Figures figures) {
        return Measure.percentOf(figures.cancelled(), figures.taken());
    }

    /** Percent of the bookings that were not cancelled whose guests did not come. */
    static @Nullable BigDecimal noShow(Figures figures) {
        return Measure.percentOf(figures.noShow(), figures.expected());
    }
}
