package io.serai.report;

/** How often the price of a stay was asked, and how often one could be booked. */
record QuotesAsked(long asked, long bookable) {

    static final QuotesAsked NONE = new QuotesAsked(0, 0);

    QuotesAsked plus(QuotesAsked other) {
        return new QuotesAsked(asked + other.asked, bookable + other.bookable);
    }
}
