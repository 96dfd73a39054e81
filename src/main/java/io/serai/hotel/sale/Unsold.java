package io.serai.hotel.sale;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a stay cannot be booked.
 *
 * @param night the night that it is about; null: the whole stay
 * @param words the same for people: what was met and what was expected
 */
public record Unsold(Reason reason, @Nullable LocalDate night, String words) {

    /** What stands against it. */
    public enum Reason {
        /** Fewer rooms are left than are wanted. */
        NO_ROOM("no-room"),
        /** Nothing of the room type is sold. */
        STOP_SELL("stop-sell"),
        /** The rate plan is not sold. */
        CLOSED("closed"),
        /** There is no price for so many guests, or for so many nights. */
        UNPRICED("unpriced"),
        /** Nobody may arrive that day. */
        CTA("cta"),
        /** Nobody may depart that day. */
        CTD("ctd"),
        /** Longer stays only. */
        MIN_STAY("min-stay"),
        /** Shorter stays only. */
        MAX_STAY("max-stay"),
        /** More guests than the room takes. */
        GUESTS("guests"),
        /** The night is over. */
        PAST("past"),
        /** The hotel does not sell so far ahead. */
        BEYOND_HORIZON("beyond-horizon");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** Its name in answers. */
        public String word() {
            return word;
        }
    }
}
