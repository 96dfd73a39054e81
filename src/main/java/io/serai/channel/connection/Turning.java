package io.serai.channel.connection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a connection would be turned to: the hotel there, and all that it shows.
 *
 * @param number the hotel's number at the channel
 * @param live whether guests can book what is sent
 * @param remotes each room before its rates
 * @param gone names of what means something now and is not there
 * @param products as the channel showed them
 */
public record Turning(
        String number,
        boolean live,
        List<TurnedRemote> remotes,
        List<String> gone,
        RemoteProducts products) {

    public Turning {
        remotes = List.copyOf(remotes);
        gone = List.copyOf(gone);
    }

    /**
     * Demands that meanings can be meant.
     *
     * @param there what rooms and rates may mean in the hotel
     * @throws ConnectionRefused naming the first that cannot, or is not shown
     */
    void demand(Map<RemoteKey, Integer> meanings, Meanings there) {
        Map<String, Integer> rooms = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        Map<RemoteKey, Integer> left = new HashMap<>(meanings);
        for (TurnedRemote remote : remotes) {
            RemoteKey key = remote.key();
            Integer meaning = left.remove(key);
            if (meaning == null) {
                continue;
            }
            Map<Integer, Meaning> offers =
                    key.isRoom() ? there.roomTypes() : there.products(rooms.get(key.room()));
            if (!offers.containsKey(meaning) || key.isRoom() && !used.add(meaning)) {
                throw refused(
                        "'" + remote.name() + "' cannot mean " + meaning,
                        key.isRoom()
                                ? "a room type that no other room means"
                                : "a product of what its room means");
            }
            if (key.isRoom()) {
                rooms.put(key.room(), meaning);
            }
        }
        if (!left.isEmpty()) {
            throw refused(
                    left.keySet() + ": not there",
                    "what hotel " + number + " shows now; check it again");
        }
    }

    private static ConnectionRefused refused(String met, String expected) {
        return new ConnectionRefused(met + " (expected: " + expected + ")");
    }
}
