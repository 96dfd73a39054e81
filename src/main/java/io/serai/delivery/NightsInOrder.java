package io.serai.delivery;

import io.serai.ari.Held;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.Remote;
import io.serai.ari.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts each night of rates between those around it. Nights come range by range, in order, each
 * range with the nights around it; a range is handed on once its last night is there.
 */
final class NightsInOrder implements NightRows.Looker {

    private final Nights meant;
    private final int reach;
    private final Looker looker;
    private final List<RateNight> nights = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private int range;

    /**
     * @param meant the ranges that are looked at
     * @param reach how many nights before and after each range come with it
     */
    NightsInOrder(Nights meant, int reach, Looker looker) {
        this.meant = meant;
        this.reach = reach;
        this.looker = looker;
    }

    @Override
    public void look(Remote remote, int day, Object night, Held holds) {
        nights.add((RateNight) night);
        held.add(holds);
        if (day + 1 == meant.beyonds().get(range) + reach) {
            handOn(remote);
            nights.clear();
            held.clear();
            range++;
        }
    }

    private void handOn(Remote remote) {
        long[][] prices = nights.stream().map(RateNight::prices).toArray(long[][]::new);
        int stay = remote.plan() == Pricing.LENGTH_OF_STAY ? remote.longestStay() : 1;
        int day = meant.firsts().get(range);
        for (int at = reach; at < prices.length - reach; at++) {
            looker.look(
                    remote,
                    day++,
                    nights.get(at),
                    held.get(at),
                    new Surroundings(prices, at, stay));
        }
    }

    /** Looks at a night of a rate. */
    @FunctionalInterface
    interface Looker {
        void look(Remote remote, int day, RateNight night, Held held, Surroundings around);
    }
}
