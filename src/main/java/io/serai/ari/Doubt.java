package io.serai.ari;

/**
 * Why a price waits until a person has looked at it.
 *
 * @param reason which gate it did not pass
 * @param words the same for people, with the price and what it was compared with
 */
public record Doubt(Reason reason, String words) {

    /** A gate that prices pass. */
    public enum Reason {
        /** What the hotel says that a night may cost. */
        HOTEL_BOUNDS("hotel-bounds"),
        /** What the channel takes. */
        CHANNEL_BOUNDS("channel-bounds"),
        /** How far a night may be from those around it. */
        JUMP("jump");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** Its name in records and answers. */
        public String word() {
            return word;
        }
    }
}
