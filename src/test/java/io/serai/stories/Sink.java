package io.serai.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somewhere that what Serai was told may end, looked through for marked cards. A witness that is
 * known to have got there proves that something was looked at.
 */
final class Sink {

    private final String name;
    private final String witness;
    private final List<String> cards = new CopyOnWriteArrayList<>();
    private volatile boolean saw;

    Sink(String name, String witness) {
        this.name = name;
        this.witness = witness;
    }

    /** Looks through a part of it. */
    void look(String place, String text) {
        saw = saw || text.contains(witness);
        MarkedCards.in(text)
                .forEach(card -> cards.add("%s, %s: '%s'".formatted(name, place, card)));
    }

    /** The same of bytes, of whatever they are. */
    void look(String place, byte[] bytes) {
        look(place, new String(bytes, ISO_8859_1));
    }

    /** Where marked cards were seen. */
    List<String> cards() {
        return cards;
    }

    boolean sawItsWitness() {
        return saw;
    }

    @Override
    public String toString() {
        return name + " with '" + witness + "'";
    }
}
