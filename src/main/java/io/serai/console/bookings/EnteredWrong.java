package io.serai.console.bookings;

/** What somebody entered cannot be meant. */
final class EnteredWrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    EnteredWrong(String words) {
        super(words);
    }
}
