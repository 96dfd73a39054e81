package io.serai.channel.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the rooms and rates that a hotel at a channel shows to which a connection is to be turned.
 *
 * @param key its ids there
 * @param name its name there
 * @param inherits derived or read-only there: nothing is sent to it
 * @param offers what it may mean: room types, or products of what its room is to mean
 * @param means what it is to mean unless somebody says otherwise; null: nothing
 * @param why whence that is known
 */
public record TurnedRemote(
        RemoteKey key,
        String name,
        boolean inherits,
        List<Meaning> offers,
        @Nullable Meaning means,
        Why why) {

    public TurnedRemote {
        offers = List.copyOf(offers);
    }

    /** Whence it is known what a room or rate means. */
    public enum Why {
        /** The connection knows it by its ids. */
        KEPT,
        /** Somebody said so meanwhile. */
        CHOSEN,
        /** What bore the name at the hotel before meant this, or the hotel calls it so. */
        SUGGESTED,
        /** It is not known. */
        NONE
    }
}
