package io.serai.sandbox.expedia.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act of a guest on a booking, on its way to the hotel.
 *
 * @param number the booking's first is 1
 * @param content the booking as it stood then
 * @param confirmNumber the hotel's number in the confirmation told last
 * @param confirmTime the hotel's time of that confirmation
 * @param confirmNumbers every number the hotel ever told of it
 * @param bookingNumber the hotel's number of the booking, told with any transaction
 * @param token proves a confirmation by GraphQL; null until a notification was made
 * @param tries how often it was sent
 */
public record Transaction(
        long id,
        long booking,
        long hotel,
        int number,
        Type type,
        Instant created,
        Instant expires,
        State state,
        Content content,
        @Nullable Instant retrieved,
        @Nullable String confirmNumber,
        @Nullable Instant confirmTime,
        List<String> confirmNumbers,
        @Nullable String bookingNumber,
        @Nullable String token,
        int tries) {

    /** What the guest did. */
    public enum Type {
        BOOK("Book"),
        MODIFY("Modify"),
        CANCEL("Cancel");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Type of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** How far it got; mailed: the hotel gets it by e-mail only. */
    public enum State {
        PENDING,
        RETRIEVED,
        CONFIRMED,
        MAILED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
