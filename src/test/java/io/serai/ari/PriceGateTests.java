package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PriceGateTests {

    private static final PriceGate GATE = gate(Cell.NONE, Cell.NONE);

    @Property
    void holdsOneOutlierAndNoOther(
            @ForAll @IntRange(min = 4, max = 60) int nights,
            @ForAll @IntRange(min = 0, max = 59) int place,
            @ForAll boolean above,
            @ForAll long seed) {
        long[][] season = season(nights, seed);
        int outlier = place % nights;
        season[outlier][0] = above ? 150_00 * 3 + 1 : 100_00 / 3 - 1;

        int[] held = held(season);

        assertThat(held).containsExactly(outlier);
    }

    @Property
    void neverHoldsNightsThatAllMovedAlike(
            @ForAll @IntRange(min = 1, max = 60) int nights,
            @ForAll @DoubleRange(min = 0.01, max = 100) double shift,
            @ForAll long seed) {
        long[][] season = season(nights, seed);

        for (long[] night : season) {
            night[0] = Math.max(1, Math.round(night[0] * shift));
        }

        assertThat(held(season)).isEmpty();
    }

    @Property
    void isNotMisledByTwoOutliersAmongTheNightsAround(
            @ForAll @IntRange(min = 3, max = 26) int here,
            @ForAll @IntRange(min = 1, max = 3) int before,
            @ForAll @IntRange(min = 1, max = 3) int after,
            @ForAll long seed) {
        long[][] season = season(30, seed);
        season[here - before][0] = 9_000_00;
        season[here + after][0] = 9_000_00;

        assertThat(GATE.judge(new Surroundings(season, here, 1))).isNull();
    }

    @Example
    void letsASeasonPassThatIsUpToThreeTimesDearer() {
        long[][] season = new long[20][];
        for (int night = 0; night < season.length; night++) {
            season[night] = new long[] {night < 10 ? 100_00 : 300_00};
        }

        assertThat(held(season)).isEmpty();
    }

    @Example
    void comparesTheSameGuestsAndNights() {
        long[][] season = {
            {50_00, 100_00, 150_00}, {55_00, 500_00, 160_00}, {50_00, 100_00, 150_00}
        };

        Doubt doubt = GATE.judge(new Surroundings(season, 1, 3));

        assertThat(doubt.reason()).isEqualTo(Doubt.Reason.JUMP);
        assertThat(doubt.words())
                .isEqualTo(
                        "held for approval: 500.00 for 2 nights is more than 3 times 100.00, the"
                                + " middle of the nights around it");
        assertThat(GATE.reference(new Surroundings(season, 1, 3)))
                .containsExactly(55_00, 100_00, 160_00);
    }

    @Example
    void saysNothingOfAPriceThatStandsAlone() {
        long[][] season = {{}, {Cell.NONE}, {1200_00}, {}, {Cell.NONE}};

        assertThat(held(season)).isEmpty();
    }

    @Example
    void holdsWhatLiesOutsideTheHotelsOwnBoundsByTheNight() {
        PriceGate gate = gate(40_00, 200_00);

        assertThat(judge(gate, 1, 40_00)).isNull();
        assertThat(judge(gate, 1, 200_00)).isNull();
        assertThat(judge(gate, 1, 39_99).words())
                .isEqualTo(
                        "held for approval: 39.99 is below the hotel's own bound, at least 40.00 a night");
        assertThat(judge(gate, 1, 200_01).reason()).isEqualTo(Doubt.Reason.HOTEL_BOUNDS);
        assertThat(judge(gate, 2, 100_00, 400_00)).isNull();
        assertThat(judge(gate, 2, 100_00, 400_01)).isNotNull();
        assertThat(gate.reference(new Surroundings(new long[][] {{500_00}}, 0, 1)))
                .containsExactly(200_00);
    }

    private static Doubt judge(PriceGate gate, int longestStay, long... prices) {
        return gate.judge(new Surroundings(new long[][] {prices}, 0, longestStay));
    }

    private static PriceGate gate(long least, long most) {
        return new PriceGate(least, most, 3, 3, 2);
    }

    private static int[] held(long[][] season) {
        return IntStream.range(0, season.length)
                .filter(night -> GATE.judge(new Surroundings(season, night, 1)) != null)
                .toArray();
    }

    /** Prices from 100 to 150. */
    private static long[][] season(int nights, long seed) {
        long[][] season = new long[nights][1];
        Random random = new Random(seed);
        Arrays.setAll(season, night -> new long[] {100_00 + random.nextInt(50_01)});
        return season;
    }
}
