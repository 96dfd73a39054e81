package io.serai.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somewhere that what Serai was told may end, looked through for marked cards. A witness that is
 * known to have got there proves that something was looked at.
 */
final class Sink {

    private static final int PIECE = 1 << 20;

    /** More than a marked card and its field's name take, looked at with both pieces. */
    private static final int SEAM = 300;

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

    /** The same of bytes, of whatever they are, a piece at a time: files are large. */
    void look(String place, InputStream bytes) throws IOException {
        byte[] last = {};
        for (byte[] piece = bytes.readNBytes(PIECE);
                piece.length > 0;
                piece = bytes.readNBytes(PIECE)) {
            look(place, new String(last, ISO_8859_1) + new String(piece, ISO_8859_1));
            last = Arrays.copyOfRange(piece, Math.max(0, piece.length - SEAM), piece.length);
        }
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
