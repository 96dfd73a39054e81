package io.serai.channel.connection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel sells of a hotel: what the port {@code products-read} gives. {@code
 * mappings/schema/products-read.json} says the same of its JSON.
 *
 * @param rooms the channel's rooms
 */
public record RemoteProducts(List<Room> rooms) {

    /**
     * A room at the channel.
     *
     * @param room the channel's id
     * @param name its name there
     * @param maxGuests guests it sleeps; null when the channel does not say
     * @param code what the hotel's own system called it when it made it there; null when the
     *     channel does not say
     * @param status {@code active} or {@code inactive}; null when the channel does not say
     * @param bounds the prices that are taken for it; null when the channel does not say
     * @param rates its rates; null when it has none
     */
    public record Room(
            String room,
            @Nullable String name,
            @Nullable Integer maxGuests,
            @Nullable String code,
            @Nullable String status,
            @Nullable Bounds bounds,
            List<Rate> rates) {

        public Room {
            rates = List.copyOf(Objects.requireNonNullElse(rates, List.of()));
        }
    }

    /**
     * The prices of a night that a channel takes, in the hotel's currency.
     *
     * @param least the lowest; null when there is none
     * @param most the highest; null when there is none
     * @param source where the channel has them from, in its own word; null when it does not say
     */
    public record Bounds(
            @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable String source) {}

    /**
     * A rate of a room at the channel.
     *
     * @param rate the channel's id
     * @param name its name there
     * @param maxGuests guests it is sold to; null when the channel does not say
     * @param child whether it is derived there
     * @param readonly whether it may not be sent to
     * @param pricing how its price is taken; null when the channel does not say
     * @param code what the hotel's own system called it; null when the channel does not say
     * @param plan the channel's rate plan, where one is sold under several ids; else null
     * @param status {@code active} or {@code inactive}; null when the channel does not say
     * @param model its pricing model in the channel's own word; null when it does not say
     * @param collects who takes the guest's money, {@code channel} or {@code hotel}; null when the
     *     channel does not say
     * @param cancellation its cancellation policy in words; null when the channel does not say
     * @param cancellationCode the channel's own code of it; null when the channel does not say
     */
    public record Rate(
            String rate,
            @Nullable String name,
            @Nullable Integer maxGuests,
            boolean child,
            boolean readonly,
            @Nullable String pricing,
            @Nullable String code,
            @Nullable String plan,
            @Nullable String status,
            @Nullable String model,
            @Nullable String collects,
            @Nullable String cancellation,
            @Nullable String cancellationCode) {}

    public RemoteProducts {
        rooms = List.copyOf(rooms);
    }
}
