package io.serai.report;

/** What the values of a column are. */
public enum Kind {
    TEXT,
    DAY,
    MOMENT,
    /** Yes or no. */
    FLAG,
    /** Whole numbers. */
    COUNT,
    /** Amounts of the line's currency, with its digits. */
    MONEY,
    /** Percent with two digits; of a change of rates: points. */
    PERCENT,
    /** Means with two digits. */
    MEAN
}
