package io.serai.console;

import org.jspecify.annotations.Nullable;

/** Who takes a guest's money and by what the hotel gets it, in words. */
public final class PayingWords {

    private PayingWords() {}

    /**
     * Who takes it.
     *
     * @param collector {@code channel}, {@code hotel} or {@code unknown}
     * @param channel the channel's name; null: the hotel took the booking itself
     */
    public static String collects(String collector, @Nullable String channel) {
        if (channel == null || collector.equals("hotel")) {
            return "the hotel, from the guest";
        }
        return collector.equals("channel") ? channel : channel + " did not say";
    }

    /**
     * By what the hotel gets it; empty where nothing is to be known.
     *
     * @param method as {@code guest-card} or {@code bank-transfer}
     * @param channel as above
     */
    public static String by(String method, @Nullable String channel) {
        return switch (method) {
            case "guest-card" -> "the guest's card";
            case "virtual-card" -> "a virtual card of the channel";
            case "bank-transfer" -> "a bank transfer of the channel";
            case "cash" -> "cash at the hotel";
            case "none" -> "nothing is to be paid";
            default -> channel == null ? "" : channel + " did not say by what";
        };
    }

    /** Whether it is said by what money comes. */
    public static boolean isTold(String method) {
        return !method.equals("unknown") && !method.equals("none");
    }
}
