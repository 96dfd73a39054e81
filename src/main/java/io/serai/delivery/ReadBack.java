package io.serai.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look at what a channel shows for a connection, slice by slice, under its claim. */
public final class ReadBack {

    private final @Nullable Claim claim;
    private final @Nullable Connection connection;
    private final Deque<ReadBackSlice> slices;
    private final LocalDate from;
    private final Instant begun;
    private LocalDate until;
    private DriftLook seen = DriftLook.NOTHING;
    private int prices;
    private @Nullable String failure;
    private boolean gaveWay;

    private ReadBack(
            @Nullable Claim claim,
            @Nullable Connection connection,
            Collection<ReadBackSlice> slices,
            Instant begun) {
        this.claim = claim;
        this.connection = connection;
        this.slices = new ArrayDeque<>(slices);
        from = slices.stream().findFirst().map(ReadBackSlice::from).orElse(LocalDate.MIN);
        until = from;
        this.begun = begun;
    }

    static ReadBack of(
            Claim claim, Connection connection, List<ReadBackSlice> slices, Instant begun) {
        return new ReadBack(claim, connection, slices, begun);
    }

    /** Nobody may look, or nothing is to be looked at. */
    static ReadBack nothing() {
        return new ReadBack(null, null, List.of(), Instant.MIN);
    }

    /** Whether a slice is left to be asked for. */
    public boolean isOpen() {
        return !slices.isEmpty() && failure == null && !gaveWay;
    }

    /** Where the channel's port is asked. */
    public String getEndpoint() {
        return connection().channel().endpoint("ari-read") + "?block=false";
    }

    boolean isNothing() {
        return claim == null;
    }

    Claim claim() {
        if (claim == null) {
            throw new IllegalStateException("claim: none (expected: one that was taken)");
        }
        return claim;
    }

    Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("connection: none (expected: a claimed one)");
        }
        return connection;
    }

    /** By the database's clock, after the claim was taken. */
    Instant begun() {
        return begun;
    }

    ReadBackSlice slice() {
        return slices.element();
    }

    /**
     * Counts what a slice showed; the next one follows.
     *
     * @param priced how many prices it showed
     */
    void add(DriftLook look, int priced) {
        seen = seen.and(look);
        prices += priced;
        until = slices.remove().to();
    }

    void fail(String words) {
        failure = words;
    }

    /** Stops here for now: something is to be sent first. */
    void giveWay() {
        gaveWay = !slices.isEmpty();
    }

    /** The night it goes on with later; null when it came to its end or failed. */
    @Nullable LocalDate rest() {
        return gaveWay ? slices.element().from() : null;
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }

    /** How many prices the channel showed. */
    int prices() {
        return prices;
    }

    DriftLook seen() {
        return seen;
    }

    @Nullable String failure() {
        return failure;
    }

    String outcome() {
        if (failure != null) {
            return "failed";
        }
        if (gaveWay) {
            return "gave-way";
        }
        return seen.found() == 0 ? "equal" : "drift";
    }
}
