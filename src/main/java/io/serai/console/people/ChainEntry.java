package io.serai.console.people;

import io.serai.console.access.Chains.Chain;
import java.util.List;

/**
 * What stands in the form of a chain.
 *
 * @param there whether it is made already: then its code stays
 * @param hotels the ids of its hotels
 */
record ChainEntry(boolean there, String code, String name, List<Long> hotels) {

    static ChainEntry of(Chain chain) {
        return new ChainEntry(true, chain.code(), chain.name(), chain.hotels());
    }

    /** Whether this hotel is of it. */
    public boolean has(int hotel) {
        return hotels.contains((long) hotel);
    }
}
