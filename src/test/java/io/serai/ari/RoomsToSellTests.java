package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is left of the rooms of a night, and what a connection is told of it. */
class RoomsToSellTests {

    private static final int COUNTED_TO = 254;

    private final AChannel channel = new AChannel();

    @Test
    void leavesWhatIsOfferedAndMayBeOverbookedLessWhatIsTaken() {
        RoomNight night = new RoomNight(10, 2, 4, 1, 1, 3, false);

        assertThat(night.left()).isEqualTo(3);
        assertThat(night.isOversold()).isFalse();
    }

    @Test
    void isOversoldBeyondTheAllowanceAndNeverByTheSafetyStock() {
        assertThat(new RoomNight(5, 1, 6, 0, 0, 0, false).isOversold()).isFalse();
        assertThat(new RoomNight(5, 1, 7, 0, 0, 0, false).isOversold()).isTrue();
        assertThat(new RoomNight(5, 0, 5, 0, 0, 4, false).isOversold()).isFalse();
        assertThat(new RoomNight(5, 0, 5, 0, 0, 4, false).left()).isEqualTo(-4);
    }

    @Test
    void givesAConnectionItsCeilingAndNoneOfTheLastRooms() {
        RoomNight eight = left(8);

        assertThat(rooms(eight, new Allotment(3, 0))).isEqualTo(3);
        assertThat(rooms(eight, new Allotment(3, 7))).isEqualTo(3);
        assertThat(rooms(eight, new Allotment(3, 8))).isZero();
        assertThat(rooms(eight, Allotment.of(null, 2))).isEqualTo(8);
        assertThat(rooms(left(2), Allotment.of(null, 2))).isZero();
        assertThat(rooms(left(2), Allotment.of(null, null))).isEqualTo(2);
        assertThat(rooms(eight, Allotment.of(0, null))).isZero();
    }

    @Test
    void saysInWordsWhatAConnectionGets() {
        assertThat(Allotment.ALL.words()).isEmpty();
        assertThat(Allotment.of(3, null).words()).isEqualTo("gets at most 3");
        assertThat(Allotment.of(null, 2).words()).isEqualTo("gets none of the last 2");
        assertThat(Allotment.of(3, 2).words()).isEqualTo("gets at most 3 and none of the last 2");
    }

    @Test
    void saysStepByStepHowTheRoomsComeToBe() {
        List<String> heard = new ArrayList<>();

        Wanted.room(
                channel.terms(AChannel.room(1, new Allotment(3, 1))),
                new RoomNight(10, 2, 4, 1, 1, 0, false),
                (kind, before, after) -> {
                    heard.add(kind.word() + " " + before + " " + after);
                    return after;
                });

        assertThat(heard)
                .containsExactly(
                        "offered 0 10",
                        "overbooking 10 12",
                        "sold 12 8",
                        "held-back 8 7",
                        "out-of-order 7 6",
                        "safety-stock 6 6",
                        "none-below-zero 6 6",
                        "last-rooms 6 6",
                        "most-rooms 6 3",
                        "closed 3 3",
                        "channel 3 3");
    }

    @Property
    void neverTellsLessThanNoneNorMoreThanLeftOrTheCeilingOrTheChannelAllows(
            @ForAll("nights") RoomNight night, @ForAll("allotments") Allotment allotment) {
        int rooms = rooms(night, allotment);

        assertThat(rooms)
                .isNotNegative()
                .isLessThanOrEqualTo(Math.max(night.left(), 0))
                .isLessThanOrEqualTo(allotment.most())
                .isLessThanOrEqualTo(COUNTED_TO);
        if (night.left() <= allotment.last()) {
            assertThat(rooms).isZero();
        }
    }

    @Property
    void neverTellsMoreWhenFewerAreLeft(
            @ForAll("nights") RoomNight night,
            @ForAll("allotments") Allotment allotment,
            @ForAll @IntRange(max = 20) int more) {
        List<RoomNight> scarcer =
                List.of(
                        with(night, 0, 0, more, 0, 0, 0),
                        with(night, 0, 0, 0, more, 0, 0),
                        with(night, 0, 0, 0, 0, more, 0),
                        with(night, 0, 0, 0, 0, 0, more));
        List<RoomNight> ampler =
                List.of(with(night, more, 0, 0, 0, 0, 0), with(night, 0, more, 0, 0, 0, 0));

        assertThat(scarcer)
                .allMatch(it -> it.left() == night.left() - more)
                .allMatch(it -> rooms(it, allotment) <= rooms(night, allotment));
        assertThat(ampler)
                .allMatch(it -> it.left() == night.left() + more)
                .allMatch(it -> rooms(it, allotment) >= rooms(night, allotment));
    }

    @Property
    void neverTellsMoreUnderATighterAllotment(
            @ForAll("nights") RoomNight night,
            @ForAll("allotments") Allotment allotment,
            @ForAll @IntRange(max = 20) int tighter) {
        int rooms = rooms(night, allotment);

        assertThat(rooms(night, new Allotment(allotment.most(), allotment.last() + tighter)))
                .isLessThanOrEqualTo(rooms);
        assertThat(
                        rooms(
                                night,
                                new Allotment(
                                        Math.max(allotment.most() - tighter, 0), allotment.last())))
                .isLessThanOrEqualTo(rooms);
    }

    @Provide
    Arbitrary<RoomNight> nights() {
        Arbitrary<Integer> rooms = Arbitraries.integers().between(0, 400);
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 12);
        return Combinators.combine(rooms, few, rooms, few, few, few, Arbitraries.of(true, false))
                .as(RoomNight::new);
    }

    @Provide
    Arbitrary<Allotment> allotments() {
        Arbitrary<Integer> most =
                Arbitraries.integers().between(0, 300).injectNull(0.3).map(it -> it);
        Arbitrary<Integer> last =
                Arbitraries.integers().between(0, 20).injectNull(0.3).map(it -> it);
        return Combinators.combine(most, last).as(Allotment::of);
    }

    private int rooms(RoomNight night, Allotment allotment) {
        return Wanted.room(channel.terms(AChannel.room(1, allotment)), night).get(Field.ROOMS);
    }

    private static RoomNight left(int rooms) {
        return new RoomNight(rooms, 0, 0, 0, 0, 0, false);
    }

    private static RoomNight with(
            RoomNight night,
            int offered,
            int overbooking,
            int sold,
            int heldBack,
            int outOfOrder,
            int safetyStock) {
        return new RoomNight(
                night.offered() + offered,
                night.overbooking() + overbooking,
                night.sold() + sold,
                night.heldBack() + heldBack,
                night.outOfOrder() + outOfOrder,
                night.safetyStock() + safetyStock,
                night.closed());
    }
}
