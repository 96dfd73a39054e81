package io.serai.delivery.gate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a product that are held on a range of nights.
 *
 * @param id what it is
 * @param roomType the code of the room type
 * @param ratePlan the code of the rate plan
 * @param name both as people call them
 * @param reasons the gates it did not pass: hotel-bounds, channel-bounds, jump
 * @param words the same for people
 * @param prices what is held, minor units; null elements where not sold
 * @param reference what it would be by the nights around, laid out likewise; null where nothing
 *     better is known
 * @param channels where it is held
 */
public record HeldPrice(
        HeldPriceId id,
        String roomType,
        String ratePlan,
        String name,
        List<String> reasons,
        List<String> words,
        @Nullable Long[] prices,
        @Nullable Long @Nullable [] reference,
        List<Channel> channels) {

    /**
     * A channel's rate and what it has meanwhile.
     *
     * @param connection the connection's key
     * @param channel the connection's name
     * @param room the channel's id of the room
     * @param rate the channel's id of the rate
     * @param currency ISO 4217 code of its prices there
     * @param holds its prices there, minor units, laid out as the channel takes them; null when it
     *     was never told one, so that the night is closed there
     */
    public record Channel(
            int connection,
            String channel,
            String room,
            String rate,
            String currency,
            @Nullable List<@Nullable Long> holds) {}

    /** Its first night. */
    public LocalDate from() {
        return id.from();
    }

    /** Its last night, included. */
    public LocalDate to() {
        return id.to();
    }
}
