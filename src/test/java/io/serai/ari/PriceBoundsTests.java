package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBoundsTests {

    private final PriceBounds bounds = new PriceBounds(4000, 90000, 2, "RecentBookings");
    private final List<String> said = new ArrayList<>();

    @Test
    void keepsBackAPriceOutsideAndNamesTheThreshold() {
        Cell wanted = Cell.empty(2).price(0, 1200).price(1, 12000).set(Field.CTA, 1);

        keepBack(occupancy(), wanted, false);

        assertThat(wanted).isEqualTo(Cell.empty(2).price(1, 12000).set(Field.CTA, 1));
        assertThat(said)
                .containsExactly(
                        "price:1=1200 kept back: 12.00 is below the channel's threshold, at least"
                                + " 40.00 a night (RecentBookings)");
    }

    @Test
    void keepsBackAllPricesThatGoTogether() {
        Cell wanted = Cell.empty(2).price(0, 12000).price(1, 90001);

        keepBack(occupancy(), wanted, true);

        assertThat(wanted).isEqualTo(Cell.empty(2));
        assertThat(said).singleElement().asString().startsWith("price:2=90001 ").contains("900.00");
    }

    @Test
    void comparesATotalForAStayByTheNight() {
        Cell wanted = Cell.empty(2).price(0, 12000).price(1, 7000);

        keepBack(
                new Remote(
                        1,
                        "r",
                        "p",
                        1,
                        false,
                        Pricing.LENGTH_OF_STAY,
                        Pricing.LENGTH_OF_STAY,
                        1,
                        2),
                wanted,
                true);

        assertThat(wanted).isEqualTo(Cell.empty(2));
        assertThat(said).singleElement().asString().contains("70.00 for 2 nights");
    }

    @Test
    void leavesWhatTheThresholdsDoNotReach() {
        Cell wanted = Cell.empty(2).price(0, 4000).price(1, 90000);

        keepBack(occupancy(), wanted, true);
        new PriceBounds(Cell.NONE, Cell.NONE, 2, null)
                .keepBack(occupancy(), wanted, Held.nothing(occupancy()), true, this::say);

        assertThat(wanted).isEqualTo(Cell.empty(2).price(0, 4000).price(1, 90000));
        assertThat(said).isEmpty();
    }

    @Test
    void keepsWantedWhatTheChannelAcceptedLast() {
        Cell wanted = Cell.empty(2).price(0, 12000).price(1, 90001).set(Field.CLOSED, false);
        Cell accepted = Cell.empty(2).price(0, 11000).price(1, 13000);

        bounds.keepBack(occupancy(), wanted, new Held(accepted, 0), true, this::say);

        assertThat(wanted)
                .isEqualTo(Cell.empty(2).price(0, 11000).price(1, 13000).set(Field.CLOSED, false));
    }

    @Test
    void closesANightThatTheChannelNeverHadAPriceFor() {
        Cell wanted = Cell.empty(1).price(0, 90001).set(Field.CLOSED, false);

        keepBack(occupancy(), wanted, false);

        assertThat(wanted).isEqualTo(Cell.empty(1).set(Field.CLOSED, true));
        assertThat(said).last().asString().startsWith("closed=0 ");
    }

    @Test
    void takesTheNarrowerOfTwoBounds() {
        PriceBounds any = new PriceBounds(Cell.NONE, 50_000_00, 2, null);

        assertThat(bounds.within(any)).isEqualTo(bounds);
        assertThat(any.within(bounds).most()).isEqualTo(90000);
        assertThat(new PriceBounds(4000, Cell.NONE, 2, "read").within(any))
                .isEqualTo(new PriceBounds(4000, 50_000_00, 2, "read"));
    }

    private void keepBack(Remote remote, Cell wanted, boolean whole) {
        bounds.keepBack(remote, wanted, Held.nothing(remote), whole, this::say);
    }

    private void say(String field, String value, String words) {
        said.add(field + "=" + value + " " + words);
    }

    private static Remote occupancy() {
        return new Remote(1, "r", "p", 1, false, Pricing.OCCUPANCY, Pricing.OCCUPANCY, 2, 1);
    }
}
