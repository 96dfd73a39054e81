package io.serai.console.access;

import java.util.Locale;

/**
 * What somebody may do at a hotel. None holds another: who may finance does not thereby operate.
 */
public enum Right {
    /** See what is there: rooms, prices, bookings, reports without money. */
    READ,
    /** Set, send, book, replay: all of a hotel's daily work that no other right is for. */
    OPERATE,
    /** See what was earned and paid; charge and refund. */
    FINANCE,
    /** See a guest's card in full, with a reason. */
    REVEAL_CARD,
    /** Look into messages, close breakers; for all hotels: routes, jobs, the actuator. */
    ENGINEER,
    /** Give rights and keys, change credentials, erase people. */
    ADMIN;

    /**
     * The right of this name.
     *
     * @param word as {@code reveal-card}
     * @throws IllegalArgumentException for any other
     */
    public static Right of(String word) {
        for (Right right : values()) {
            if (right.word().equals(word)) {
                return right;
            }
        }
        throw new IllegalArgumentException(
                "right: '"
                        + word
                        + "' (expected: read, operate, finance, reveal-card, engineer or admin)");
    }

    /**
     * What it takes to have a channel do something with a booking: {@link #FINANCE} where money
     * goes back, else {@link #OPERATE}.
     *
     * @param action as every channel.yaml names it
     */
    public static Right toHaveDone(String action) {
        return action.equals("refund") ? FINANCE : OPERATE;
    }

    /** Its name in the contract and in the database: {@code reveal-card}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
