package io.serai.channel.request;

import org.jspecify.annotations.Nullable;

/** Hears how requests end, each time within the transaction in which it is written down. */
public interface RequestEnds {

    /** The channel did it: whatever of the same is left from before need not be asked any more. */
    void done(ChannelRequest request);

    /**
     * It ends by a fault, not by the channel's decision.
     *
     * @param state given-up, not-known (the channel may have done it), or refused
     * @param words of the channel, or ours; null where there are none
     */
    void notDone(ChannelRequest request, String state, @Nullable String words);

    /**
     * Somebody wants it asked anew.
     *
     * @param begun whether it is; else there is nothing to ask, or the same is asked already
     */
    void wantedAnew(long request, String actor, boolean begun);

    /**
     * Somebody wanted it asked anew, and something is against that: it stays as it ended.
     *
     * @param words what is, for whoever wanted it
     */
    void notAnew(long request, String words);
}
