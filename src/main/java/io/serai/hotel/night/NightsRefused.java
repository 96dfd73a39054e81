package io.serai.hotel.night;

import java.util.List;

/** A request of which nothing is written, because something in it cannot be meant. */
public final class NightsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> first;
    private final long more;

    NightsRefused(List<Fault> first, long more) {
        super(
                first.get(0).where()
                        + ": "
                        + first.get(0).field()
                        + ": "
                        + first.get(0).met()
                        + " (expected: "
                        + first.get(0).expected()
                        + ")"
                        + (first.size() + more > 1
                                ? ", and " + (first.size() + more - 1) + " more"
                                : ""));
        this.first = first;
        this.more = more;
    }

    /** The first of what is wrong, a hundred at most. */
    public List<Fault> first() {
        return first;
    }

    /** How many there are besides. */
    public long more() {
        return more;
    }
}
