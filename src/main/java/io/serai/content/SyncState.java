package io.serai.content;

import java.util.Locale;
import java.util.Set;

/** How the last look at a part of a connection ended. */
enum SyncState {
    /** It is to be looked at. */
    WAITING,
    /** Nothing is left to send; what was refused is shown by field. */
    SETTLED,
    /** It misses what the channel needs. */
    LACKING,
    /** It is not at the channel, and not to be made. */
    ABSENT,
    /** The channel took nothing of it. */
    REFUSED,
    /** The channel works on it. */
    PENDING,
    /** It is tried again later. */
    FAILING,
    /** It is not tried again until it is wanted anew. */
    GIVEN_UP,
    /** Somebody must change the account or the connection. */
    BROKEN,
    /** A person does it at the channel. */
    THERE;

    /** In which making a hotel cannot go on by itself. */
    static final Set<SyncState> STOPPING = Set.of(LACKING, REFUSED, GIVEN_UP, BROKEN);

    /** As it is kept and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SyncState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
