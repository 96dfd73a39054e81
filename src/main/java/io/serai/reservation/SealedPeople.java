package io.serai.reservation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of a reservation, sealed with its own key.
 *
 * @param key the wrapped key, new if there was none
 * @param guests by the index of their room, sealed, with the hash of the name
 * @param remarks by the index of their room, sealed
 * @param words about the whole booking, sealed; null: none
 */
record SealedPeople(
        byte[] key,
        byte @Nullable [] booker,
        byte @Nullable [] nameHash,
        byte @Nullable [] emailHash,
        Map<String, Guest> guests,
        Map<String, byte[]> remarks,
        byte @Nullable [] words) {

    record Guest(byte[] sealed, byte[] nameHash) {}

    @Override
    public String toString() {
        return "people of " + guests.size() + " rooms";
    }
}
