package io.serai.channel.connection;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of a channel's rooms or rates by the channel's own ids.
 *
 * @param rate null for the room itself
 */
public record RemoteKey(String room, @Nullable String rate) {

    /** All that a channel shows, each room before its rates. */
    static Set<RemoteKey> all(RemoteProducts products) {
        Set<RemoteKey> keys = new LinkedHashSet<>();
        products.rooms()
                .forEach(
                        room -> {
                            keys.add(new RemoteKey(room.room(), null));
                            room.rates()
                                    .forEach(
                                            rate ->
                                                    keys.add(
                                                            new RemoteKey(
                                                                    room.room(), rate.rate())));
                        });
        return keys;
    }

    /** Whether it is a room rather than a rate of one. */
    public boolean isRoom() {
        return rate == null;
    }

    @Override
    public String toString() {
        return rate == null ? "room " + room : "rate " + rate + " of room " + room;
    }
}
