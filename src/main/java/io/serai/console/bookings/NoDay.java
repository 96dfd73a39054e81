package io.serai.console.bookings;

/** What was entered as a day is none. */
final class NoDay extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoDay(String words) {
        super(words);
    }
}
