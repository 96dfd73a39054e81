package io.serai.content;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A part, or a step of making a hotel, at a connection, claimed by whoever holds its fence.
 *
 * @param id its key
 * @param hotel the hotel
 * @param connection the connection
 * @param account the connection's account
 * @param provider the channel's code
 * @param remoteHotel the hotel's number at the channel; null while it has none
 * @param test whether the connection is in test mode
 * @param configuration the connection's configuration, as JSON
 * @param part which part it is; of a step, kind {@link #STEP} and its name
 * @param remote the channel's own id of it; null while it has none
 * @param mayCreate whether it is made where it is not there
 * @param begun whether a call to make it left whose answer is not known
 * @param ask the port that asks what became of it; null where nothing is pending
 * @param request what that port gets, as JSON; null where nothing is pending
 * @param pendingSince when the channel took what it works on; null where nothing is pending
 * @param reading whether what is there is read {@link #ONLY}, or {@link #FIRST}; null: neither
 * @param tries looks in a row that ended without an answer
 * @param dueAt since when it was due as it was claimed
 * @param fence the claim's number
 */
record SyncedPart(
        long id,
        int hotel,
        int connection,
        long account,
        String provider,
        @Nullable String remoteHotel,
        boolean test,
        String configuration,
        PartId part,
        @Nullable String remote,
        boolean mayCreate,
        boolean begun,
        @Nullable String ask,
        @Nullable String request,
        @Nullable Instant pendingSince,
        @Nullable String reading,
        int tries,
        OffsetDateTime dueAt,
        long fence) {

    /** The kind of what is no part but a step of making a hotel. */
    static final String STEP = "step";

    /** It is read, and nothing is told. */
    static final String ONLY = "only";

    /** It is read, and then told what differs. */
    static final String FIRST = "first";

    boolean isStep() {
        return part.kind().equals(STEP);
    }

    boolean isProperty() {
        return part.kind().equals(PartId.PROPERTY);
    }
}
