package io.serai.hotel.room;

import java.util.List;

/** What is left was said without knowing of what happened since; nothing is written. */
public final class LeftStale extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<LeftNight> newer;
    private final int more;

    LeftStale(List<LeftNight> newer, int more) {
        super(newer.size() + more + " nights changed since");
        this.newer = newer;
        this.more = more;
    }

    /** The first of those nights as they are, a hundred at most. */
    public List<LeftNight> newer() {
        return newer;
    }

    /** How many there are besides. */
    public int more() {
        return more;
    }
}
