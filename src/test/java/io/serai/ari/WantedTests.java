package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Substitute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WantedTests {

    private static final long NONE = Cell.NONE;

    private static final List<Pricing> PLANS =
            List.of(Pricing.PER_DAY, Pricing.OCCUPANCY, Pricing.LENGTH_OF_STAY);

    private final AChannel channel = new AChannel();

    @Test
    void wantsWhatIsLeftOfTheRoomsOffered() {
        Cell wanted = room(new RoomNight(10, 0, 3, 2, 1, 0, false));

        assertThat(wanted.get(Field.ROOMS)).isEqualTo(4);
        assertThat(wanted.get(Field.ROOM_CLOSED)).isZero();
    }

    @Test
    void neverWantsLessThanNoRoomsNorMoreThanTheChannelCountsTo() {
        assertThat(room(new RoomNight(2, 0, 5, 0, 0, 0, false)).get(Field.ROOMS)).isZero();
        assertThat(room(new RoomNight(900, 0, 0, 0, 0, 0, false)).get(Field.ROOMS)).isEqualTo(254);
    }

    @Test
    void wantsANightThatNobodyWroteClosed() {
        assertThat(room(RoomNight.UNWRITTEN).get(Field.ROOM_CLOSED)).isOne();
        assertThat(rate(RateNight.UNWRITTEN).get(Field.CLOSED)).isOne();
    }

    @Test
    void wantsAProductWithoutAPriceClosed() {
        Cell wanted = rate(night(false, 0, NONE, NONE));

        assertThat(wanted.get(Field.CLOSED)).isOne();
        assertThat(wanted.isUnpriced()).isTrue();
    }

    @Test
    void wantsTheNeutralValueWhereThereIsNoRestriction() {
        Cell wanted = rate(night(false, 0, 100_00, 120_00));

        assertThat(wanted.get(Field.MIN_THROUGH)).isZero();
        assertThat(wanted.get(Field.MAX_ARRIVAL)).isZero();
        assertThat(wanted.get(Field.CTA)).isZero();
    }

    @Test
    void closesWhereARestrictionThatTheChannelDoesNotTakeMustNotBeBroken() {
        channel.notTaking("min-through", Substitute.CLOSE);
        List<String> said = new ArrayList<>();

        Cell wanted =
                Wanted.rate(
                        channel.terms(AChannel.rate(1)),
                        night(false, 3, 100_00),
                        (field, value, substitute) -> said.add(field + value + substitute));

        assertThat(wanted.get(Field.CLOSED)).isOne();
        assertThat(wanted.has(Field.MIN_THROUGH)).isFalse();
        assertThat(said).containsExactly("min-through3CLOSE");
    }

    @Test
    void onlySaysSoWhereARestrictionThatTheChannelDoesNotTakeMayBeLeftOut() {
        channel.notTaking("min-through", Substitute.WARN);

        assertThat(rate(night(false, 3, 100_00)).get(Field.CLOSED)).isZero();
    }

    @Test
    void wantsNothingOfARateThatInheritsAtTheChannel() {
        Remote child = new Remote(1, "r", "p", 1, true, Pricing.PER_DAY, Pricing.PER_DAY, 2, 1);

        Cell wanted =
                Wanted.rate(channel.terms(child), night(true, 2, 100_00), Wanted.Untaken.NOBODY);

        assertThat(wanted.bits(child.layout())).isZero();
    }

    @Test
    void closesInsteadOfSendingPricesInAnotherCurrency() {
        Terms terms = new Terms(channel.definition(), AChannel.rate(1), false);

        Cell wanted = Wanted.rate(terms, night(false, 0, 100_00), Wanted.Untaken.NOBODY);

        assertThat(wanted.isUnpriced()).isTrue();
        assertThat(wanted.get(Field.CLOSED)).isOne();
    }

    @Test
    void givesAPriceForTheRoomToEachNumberOfGuests() {
        Remote remote = AChannel.rate(1, Pricing.PER_DAY, Pricing.OCCUPANCY, 3, 1);

        assertThat(prices(remote, 90_00)).containsExactly(90_00L, 90_00L, 90_00L);
    }

    @Test
    void givesThePriceForMostGuestsWhereTheChannelTakesOneForTheRoom() {
        Remote remote = AChannel.rate(1, Pricing.OCCUPANCY, Pricing.PER_DAY, 3, 1);

        assertThat(prices(remote, 80_00, 90_00, 95_00)).containsExactly(95_00L);
        assertThat(prices(remote, 80_00, 90_00, NONE)).containsExactly(90_00L);
    }

    @Test
    void givesThePriceForTheNextLargerNumberOfGuestsWhereNoneIsSet() {
        assertThat(prices(AChannel.rate(1), NONE, 90_00)).containsExactly(90_00L, 90_00L);
    }

    @Test
    void givesWhatEachNumberOfGuestsAddsToTheRoomsPrice() {
        Remote remote = AChannel.rate(1, Pricing.OCCUPANCY, Pricing.DERIVED, 3, 1);

        assertThat(prices(remote, 80_00, 90_00, 95_00))
                .containsExactly(95_00L, -15_00L, -5_00L, 0L);
    }

    @Test
    void givesPricesByLengthOfStayOnlyToAChannelThatTakesThemSo() {
        Remote stays = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY, 2, 2);
        Remote days = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.PER_DAY, 2, 2);

        assertThat(prices(stays, 1, 2, NONE, 4)).containsExactly(1L, 2L, NONE, 4L);
        assertThat(prices(days, 1, 2, NONE, 4)).containsExactly(NONE);
    }

    @Test
    void givesAPriceForThePersonOfTwo() {
        Remote remote = AChannel.rate(1, Pricing.OCCUPANCY, Pricing.PER_PERSON, 3, 1);

        assertThat(prices(remote, 80_00, 90_01, 95_00)).containsExactly(45_01L);
    }

    @Test
    void givesPricesByLengthOfStayForTheGuestsThatTheRateIsFor() {
        Remote two = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY_PER_DAY, 2, 2);
        Remote nine =
                AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY_PER_DAY, 9, 2);

        assertThat(prices(two, 1, 2, 3, 4, 5, 6)).containsExactly(3L, 4L);
        assertThat(prices(nine, 1, 2, NONE, 4)).containsExactly(NONE, 4L);
    }

    @Test
    void wantsNoRoomsOfAClosedRoomTypeWhereTheChannelWouldOpenItByItself() {
        RoomNight closed = new RoomNight(10, 0, 3, 0, 0, 0, true);

        assertThat(room(closed).get(Field.ROOMS)).isEqualTo(7);
        channel.emptiesClosedRooms();
        assertThat(room(closed).get(Field.ROOMS)).isZero();
        assertThat(room(closed).get(Field.ROOM_CLOSED)).isOne();
    }

    @Test
    void takesAnArrayThatEndsEarlyAsOneWithoutPricesBehindItsEnd() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            Pricing plan = PLANS.get(random.nextInt(PLANS.size()));
            Pricing pricing = Pricing.values()[random.nextInt(Pricing.values().length)];
            Remote remote =
                    AChannel.rate(1, plan, pricing, random.nextInt(5), 1 + random.nextInt(8));
            long[] set =
                    random.longs(random.nextInt(50), 0, 9)
                            .map(price -> price < 4 ? NONE : price)
                            .toArray();
            long[] padded = Arrays.copyOf(set, 50);
            Arrays.fill(padded, set.length, 50, NONE);

            assertThat(wanted(remote, set))
                    .as("%s of %s", remote, Arrays.toString(set))
                    .isEqualTo(wanted(remote, padded));
        }
    }

    @Test
    void givesTheStaysOfAnArrayThatEndsBeforeTheLongestStay() {
        Remote two = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY_PER_DAY, 2, 7);

        assertThat(prices(two, 1, 2, 3)).containsExactly(1L, 2L, 3L, NONE, NONE, NONE, NONE);
        assertThat(prices(two, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .containsExactly(8L, 9L, NONE, NONE, NONE, NONE, NONE);
    }

    @Test
    void restrictsAnArrivalToTheStaysThatArePricedWhereTheChannelKeepsOldPrices() {
        channel.keepsStays();
        Remote remote = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY, 1, 5);

        Cell wanted = wanted(remote, NONE, 20, 30, NONE, NONE);

        assertThat(wanted.get(Field.MIN_ARRIVAL)).isEqualTo(2);
        assertThat(wanted.get(Field.MAX_ARRIVAL)).isEqualTo(3);
        assertThat(wanted.get(Field.CLOSED)).isZero();
        assertThat(wanted(remote, 10, 20, 30).get(Field.MIN_ARRIVAL)).isZero();
    }

    @Test
    void closesAnArrivalWhoseRestrictionsLeaveNoPricedStayWhereTheChannelKeepsOldPrices() {
        channel.keepsStays();
        Remote remote = AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY, 1, 5);
        RateNight night = new RateNight(false, false, false, 0, 0, 4, 0, new long[] {10, 20, 30});

        Cell wanted = Wanted.rate(channel.terms(remote), night, Wanted.Untaken.NOBODY);

        assertThat(wanted.get(Field.CLOSED)).isOne();
        assertThat(wanted.get(Field.MIN_ARRIVAL)).isEqualTo(4);
        assertThat(wanted.get(Field.MAX_ARRIVAL)).isZero();
    }

    @Test
    void namesAStayThatIsSoldNoMoreAndStillOnSaleAtTheChannel() {
        channel.keepsStays();
        Terms terms =
                channel.terms(
                        AChannel.rate(1, Pricing.LENGTH_OF_STAY, Pricing.LENGTH_OF_STAY, 1, 4));
        Cell held = wanted(terms.remote(), 10_00, 20_00, 30_00, 40_00);
        Cell wanted = wanted(terms.remote(), 10_00, NONE, 30_00, NONE);
        List<String> said = new ArrayList<>();

        StillSold.find(
                terms, wanted, held, 2, (field, value, words) -> said.add(field + ": " + words));

        assertThat(said)
                .containsExactly(
                        "stay-price: sold no more for 2 nights and 1 guests, but not taken back by"
                                + " this channel, which has 20.00");
        Held old = new Held(held, 0);
        Cell send = Difference.of(terms, wanted, old, Difference.Refused.NOTHING);
        assertThat(send).isNotNull();
        assertThat(send.has(Field.MAX_ARRIVAL)).isTrue();
        assertThat(send.isUnpriced()).isTrue();
    }

    @Test
    void namesAPriceForGuestsThatIsSoldNoMoreAndStillOnSaleAtTheChannel() {
        Terms terms = channel.terms(AChannel.rate(1));
        List<String> said = new ArrayList<>();

        StillSold.find(
                terms,
                wanted(terms.remote(), 80_00),
                wanted(terms.remote(), 80_00, 90_00),
                2,
                (field, value, words) -> said.add(field + "=" + value));

        assertThat(said).containsExactly("price:2=9000");
    }

    private Cell wanted(Remote remote, long... set) {
        return Wanted.rate(channel.terms(remote), night(false, 0, set), Wanted.Untaken.NOBODY);
    }

    private long[] prices(Remote remote, long... set) {
        Cell wanted = wanted(remote, set);
        long[] prices = new long[wanted.prices()];
        for (int position = 0; position < prices.length; position++) {
            prices[position] = wanted.price(position);
        }
        return prices;
    }

    private Cell room(RoomNight night) {
        return Wanted.room(channel.terms(AChannel.room(1)), night);
    }

    private Cell rate(RateNight night) {
        return Wanted.rate(channel.terms(AChannel.rate(1)), night, Wanted.Untaken.NOBODY);
    }

    private static RateNight night(boolean closed, int minThrough, long... prices) {
        return new RateNight(closed, false, false, minThrough, 0, 0, 0, prices);
    }
}
