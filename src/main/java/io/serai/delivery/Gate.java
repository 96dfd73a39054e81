package io.serai.delivery;

import io.serai.ari.Cell;
import io.serai.ari.Doubt;
import io.serai.ari.Held;
import io.serai.ari.KeptBack;
import io.serai.ari.PriceBounds;
import io.serai.ari.PriceGate;
import io.serai.ari.RateNight;
import io.serai.ari.Remote;
import io.serai.ari.Surroundings;
import io.serai.ari.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds prices of a connection back that a person must look at first. A price that was approved for
 * its night passes, whatever else is said of it: the channel may still refuse it. One that the
 * channel accepted already is not held because the nights around it changed.
 */
final class Gate {

    private final PriceGate usual;
    private final Map<Integer, PriceGate> byProduct;
    private final Map<Integer, List<PriceApproval>> approved;
    private final Map<Integer, PriceBounds> bounds;
    private final @Nullable PriceBounds usualBounds;
    private final List<Hold> holds = new ArrayList<>();
    private final List<PriceApproval.Ended> ended = new ArrayList<>();

    /**
     * @param usual the hotel's own, of products that have none for themselves
     * @param byProduct the hotel's own
     * @param approved what may pass, by product
     * @param bounds what the channel takes, by its rate
     * @param usualBounds what the channel takes of all other rates; null: anything
     */
    Gate(
            PriceGate usual,
            Map<Integer, PriceGate> byProduct,
            Map<Integer, List<PriceApproval>> approved,
            Map<Integer, PriceBounds> bounds,
            @Nullable PriceBounds usualBounds) {
        this.usual = usual;
        this.byProduct = byProduct;
        this.approved = approved;
        this.bounds = bounds;
        this.usualBounds = usualBounds;
    }

    /** How many nights before and after a night are looked at with it. */
    int reach() {
        return usual.reach();
    }

    /** Keeps prices of a night back, where it must. */
    void keep(Terms terms, int day, RateNight night, Surroundings around, Held held, Cell wanted) {
        Remote remote = terms.remote();
        if (isApproved(remote.source(), day, night.prices()) || remote.inherits()) {
            return;
        }
        PriceGate gate = byProduct.getOrDefault(remote.source(), usual);
        Doubt doubt = KeptBack.isAccepted(wanted, held) ? null : gate.judge(around);
        if (doubt != null) {
            KeptBack.name(
                    remote,
                    wanted,
                    doubt.words(),
                    hearer(gate, remote, day, around, doubt.reason()));
        }
        PriceBounds taken = bounds.getOrDefault(remote.id(), usualBounds);
        boolean kept = doubt != null;
        if (taken != null) {
            kept |=
                    taken.keepBack(
                            remote,
                            wanted,
                            held,
                            terms.wholePrices(),
                            hearer(gate, remote, day, around, Doubt.Reason.CHANNEL_BOUNDS));
        }
        if (doubt != null) {
            KeptBack.all(wanted, held, hearer(gate, remote, day, around, doubt.reason()));
        }
        if (kept) {
            KeptBack.narrow(terms, wanted, held);
        }
    }

    private KeptBack.Hearer hearer(
            PriceGate gate, Remote remote, int day, Surroundings around, Doubt.Reason reason) {
        return (field, value, words) ->
                holds.add(
                        new Hold(
                                remote.id(),
                                day,
                                field,
                                value,
                                reason,
                                words,
                                around.prices(),
                                gate.reference(around)));
    }

    private boolean isApproved(int product, int day, long[] prices) {
        boolean passes = false;
        for (PriceApproval approval : approved.getOrDefault(product, List.of())) {
            if (approval.covers(day)) {
                if (approval.isOf(prices)) {
                    passes = true;
                } else {
                    ended.add(new PriceApproval.Ended(approval.id(), day));
                }
            }
        }
        return passes;
    }

    List<Hold> holds() {
        return Collections.unmodifiableList(holds);
    }

    /** The approvals that are over. */
    List<PriceApproval.Ended> ended() {
        return Collections.unmodifiableList(ended);
    }
}
