package io.serai.reservation.direct;

import io.serai.hotel.sale.Offer;
import io.serai.reservation.detail.BookingDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking, or a change of one, that cannot be; nothing of it happened. */
public final class BookingRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Why {
        /** No room is left, or the plan does not allow the stay: {@link #offers} say which. */
        NOT_SOLD,
        /** It costs something else than was quoted: {@link #offers} say what. */
        OTHER_PRICE,
        /** Somebody changed the booking since: {@link #newer} is how it stands. */
        CHANGED,
        /** The booking is not in a state for it. */
        NOT_NOW,
        /** It names what the hotel has not, or says what cannot be. */
        CANNOT_BE,
        /** As many bookings as may be are worked on. */
        BUSY
    }

    private final Why why;
    private final transient List<Offer> offers;
    private final transient @Nullable BookingDetail newer;

    private BookingRefused(
            Why why, String words, List<Offer> offers, @Nullable BookingDetail newer) {
        super(words);
        this.why = why;
        this.offers = offers;
        this.newer = newer;
    }

    static BookingRefused of(Why why, String words) {
        return new BookingRefused(why, words, List.of(), null);
    }

    static BookingRefused of(Why why, String words, List<Offer> offers) {
        return new BookingRefused(why, words, offers, null);
    }

    static BookingRefused changed(int seen, BookingDetail newer) {
        return new BookingRefused(
                Why.CHANGED,
                "version: %d (expected: %d, as it is now)".formatted(seen, newer.version()),
                List.of(),
                newer);
    }

    /** Why. */
    public Why why() {
        return why;
    }

    /** The rooms that were wanted, with price and what stands against each. */
    public List<Offer> offers() {
        return offers;
    }

    /** The booking as it stands. */
    public @Nullable BookingDetail newer() {
        return newer;
    }
}
