package io.serai.channel.connection;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection that somebody wants to add.
 *
 * @param folder the channel's folder
 * @param name what people are to call it
 * @param remoteHotel the hotel's number at the channel
 * @param test whether guests cannot book what is sent
 * @param credentials by the names that the channel's file gives them
 */
public record ConnectionWish(
        String folder,
        String name,
        String remoteHotel,
        boolean test,
        Map<String, String> credentials) {

    public ConnectionWish {
        credentials = Map.copyOf(new TreeMap<>(credentials));
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "ConnectionWish[" + folder + " " + remoteHotel + " " + credentials.keySet() + "]";
    }
}
