package io.serai.channel.connection;

import java.util.List;
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
     * @param rates its rates
     */
    public record Room(
            String room, @Nullable String name, @Nullable Integer maxGuests, List<Rate> rates) {

        public Room {
            rates = List.copyOf(rates);
        }
    }

    /**
     * A rate of a room at the channel.
     *
     * @param rate the channel's id
     * @param name its name there
     * @param maxGuests guests it is sold to; null when the channel does not say
     * @param child whether it is derived there
     * @param readonly whether it may not be sent to
     * @param pricing how its price is taken; null when the channel does not say
     */
    public record Rate(
            String rate,
            @Nullable String name,
            @Nullable Integer maxGuests,
            boolean child,
            boolean readonly,
            @Nullable String pricing) {}

    public RemoteProducts {
        rooms = List.copyOf(rooms);
    }
}
