package io.serai.hotel.night;

import java.util.List;

/** A request of which nothing is written, because somebody else wrote some of its nights since. */
public final class NightsStale extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<NightContent> newer;
    private final int more;

    NightsStale(List<NightContent> newer, int more) {
        super(newer.size() + more + " of the nights have another version");
        this.newer = newer;
        this.more = more;
    }

    /** The first of those nights as they are, a hundred at most. */
    public List<NightContent> newer() {
        return newer;
    }

    /** How many there are besides. */
    public int more() {
        return more;
    }
}
