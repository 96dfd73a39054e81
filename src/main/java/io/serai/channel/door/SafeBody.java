package io.serai.channel.door;

import java.io.IOException;
import java.util.List;

/** A body that is understood, out of which cards can be taken. */
interface SafeBody {

    /**
     * Takes all cards out. What the first path finds is a card's number and becomes what stands for
     * it; the card's other fields, found by the other paths beside it, are emptied.
     *
     * @param paths where cards are, the number's first
     */
    void takeCards(List<String> paths, CardTaker cards);

    /**
     * What is at a path, in the body's order; empty when nothing is.
     *
     * @throws IllegalArgumentException when it is no path of such a body
     */
    List<String> texts(String path);

    /** Whether nothing is in it but its frame. */
    boolean isEmpty();

    /** The body as it is now, in UTF-8. */
    byte[] bytes() throws IOException;
}
