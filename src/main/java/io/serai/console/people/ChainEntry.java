package io.serai.console.people;

import io.serai.console.access.Chains.Chain;

/**
 * What stands in the form of a chain, beside its hotels.
 *
 * @param there whether it is made already: then its code stays
 * @param seen as what the chain was shown; empty of one that is not there yet
 */
record ChainEntry(boolean there, String code, String name, String seen) {

    static ChainEntry of(Chain chain) {
        return new ChainEntry(true, chain.code(), chain.name(), chain.seen());
    }
}
