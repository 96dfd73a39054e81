package io.serai.ari.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.PriceStep;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PriceChainTests {

    private static final int NIGHT = 20_838;
    private static final Set<Field> ALL = EnumSet.range(Field.CLOSED, Field.CTD);
    private static final RatePlan BAR = new RatePlan(1, "BAR", Pricing.PER_DAY, 1);

    private final PriceChain chain = new PriceChain(PriceRules.NONE, PriceOwner.PERSON);
    private final PriceChain systems = new PriceChain(PriceRules.NONE, PriceOwner.SYSTEM);

    @Test
    void leavesAPlainNightAsItWasWritten() {
        WrittenNight written = night(false, 2, 12_000);

        RateNight made = made(chain, product(BAR), written);

        assertThat(made.prices()).isSameAs(written.prices());
        assertThat(made.minThrough()).isEqualTo(2);
        assertThat(made(chain, product(BAR), WrittenNight.UNWRITTEN).closed()).isTrue();
    }

    @Test
    void laysPercentFirstAndThenTheAmount() {
        PricedProduct saver = below(product(BAR), offset("-10", -500));

        RateNight made = made(chain, saver, WrittenNight.UNWRITTEN, night(false, 3, 12_000));

        assertThat(made.prices()).containsExactly(10_300);
        assertThat(made.closed()).isFalse();
        assertThat(made.minThrough()).isEqualTo(3);
    }

    @Test
    void laysTheAmountOnEachNightOfAStay() {
        RatePlan stays = new RatePlan(1, "BAR", Pricing.LENGTH_OF_STAY, 3);
        PricedProduct saver = below(product(stays), offset(null, -1000));

        RateNight made =
                made(
                        chain,
                        saver,
                        WrittenNight.UNWRITTEN,
                        night(false, 0, 10_000, 19_000, 27_000, 12_000, Cell.NONE, 33_000));

        assertThat(made.prices()).containsExactly(9_000, 17_000, 24_000, 11_000, Cell.NONE, 30_000);
    }

    @Test
    void sellsNothingForAPriceThatWasWrittenAsNothingOrLess() {
        WrittenNight given = night(false, 0, 0, 12_000, -1);
        WrittenNight byHand =
                new WrittenNight(
                        false, false, false, 0, 0, 0, 0, new long[] {12_000}, new long[] {0});

        assertThat(made(chain, product(BAR), given).prices())
                .containsExactly(Cell.NONE, 12_000, Cell.NONE);
        assertThat(made(chain, product(BAR), byHand).unpriced()).isTrue();
        assertThat(given.prices()).containsExactly(0, 12_000, -1);
    }

    @Test
    void sellsNothingBelowAPrice() {
        PricedProduct saver = below(product(BAR), offset(null, -12_000));

        RateNight made = made(chain, saver, WrittenNight.UNWRITTEN, night(false, 0, 12_000));

        assertThat(made.unpriced()).isTrue();
    }

    @Test
    void closesWhatItsParentIsNotSoldFor() {
        RatePlan plan = plan(2, offset("-10", 0), Rounding.NONE, ALL);
        PricedProduct orphan = new PricedProduct(9, 1, plan, null);

        RateNight made = made(chain, orphan, hand(night(false, 0), 9_000));

        assertThat(made.closed()).isTrue();
        assertThat(made.unpriced()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ROOMS", "ROOM_CLOSED", "CLOSED"},
            mode = Mode.EXCLUDE)
    void inheritsEachRestrictionByItself(Field field) {
        WrittenNight parents =
                new WrittenNight(false, true, true, 2, 9, 3, 8, prices(100), NOTHING);
        WrittenNight own = new WrittenNight(false, false, false, 5, 6, 4, 7, NOTHING, NOTHING);
        PricedProduct only = below(product(BAR), Rounding.NONE, EnumSet.of(field));
        PricedProduct others =
                below(product(BAR), Rounding.NONE, EnumSet.complementOf(EnumSet.of(field)));

        RateNight inherited = made(chain, only, own, parents);
        RateNight kept = made(chain, others, own, parents);

        for (Field each : EnumSet.range(Field.MIN_THROUGH, Field.CTD)) {
            assertThat(value(inherited, each))
                    .as("%s of a plan that inherits %s alone", each, field)
                    .isEqualTo(value(each == field ? parents : own, each));
            assertThat(value(kept, each))
                    .as("%s of a plan that inherits all but %s", each, field)
                    .isEqualTo(value(each == field ? own : parents, each));
        }
        assertThat(only.source(field).plan()).isEqualTo(BAR);
        assertThat(others.source(field)).isEqualTo(others);
    }

    @Test
    void closesWithItsParentOnlyWhereItInheritsThat() {
        WrittenNight closed = night(true, 0, 12_000);

        PricedProduct inherits = below(product(BAR), Rounding.NONE, EnumSet.of(Field.CLOSED));
        PricedProduct keeps = below(product(BAR), Rounding.NONE, EnumSet.noneOf(Field.class));

        assertThat(made(chain, inherits, WrittenNight.UNWRITTEN, closed).closed()).isTrue();
        assertThat(made(chain, keeps, WrittenNight.UNWRITTEN, closed).closed()).isFalse();
        assertThat(made(chain, inherits, closed, night(false, 0, 12_000)).closed())
                .as("closed by itself")
                .isTrue();
    }

    @Test
    void sellsOnlyWhileItsPlanIsValid() {
        RatePlan summer =
                new RatePlan(
                        1,
                        "BAR",
                        Pricing.PER_DAY,
                        1,
                        null,
                        Rounding.NONE,
                        Set.of(),
                        NIGHT + 1,
                        NIGHT + 2);
        WrittenNight open = night(false, 0, 12_000);

        assertThat(made(chain, product(summer), NIGHT, open).closed()).isTrue();
        assertThat(made(chain, product(summer), NIGHT + 1, open).closed()).isFalse();
        assertThat(made(chain, product(summer), NIGHT + 2, open).closed()).isFalse();
        assertThat(made(chain, product(summer), NIGHT + 3, open).closed()).isTrue();
    }

    @Test
    void takesAHandSetPriceAsItIsWhereThePersonsStand() {
        RatePlan rounded = plan(1, null, new Rounding(500, 0, Rounding.Mode.NEAREST), Set.of());
        WrittenNight both = hand(night(false, 0, 12_333, 14_000), 13_333, Cell.NONE);

        assertThat(made(chain, product(rounded), both).prices()).containsExactly(13_333, 14_000);
        assertThat(made(systems, product(rounded), both).prices()).containsExactly(12_500, 14_000);
        assertThat(made(systems, product(rounded), hand(night(false, 0), 13_333)).prices())
                .as("the system set none")
                .containsExactly(13_333);
    }

    @Test
    void takesAHandSetPriceOfADerivedPlanWhoeversStand() {
        PricedProduct saver = below(product(BAR), offset("-10", 0));
        WrittenNight own = hand(WrittenNight.UNWRITTEN, 8_888);

        assertThat(made(chain, saver, own, night(false, 0, 12_000)).prices())
                .containsExactly(8_888);
        assertThat(made(systems, saver, own, night(false, 0, 12_000)).prices())
                .containsExactly(8_888);
    }

    @Test
    void takesAHandSetPriceOfTheParentFurtherDown() {
        PricedProduct saver = below(product(BAR), offset("-10", 0));

        RateNight made =
                made(chain, saver, WrittenNight.UNWRITTEN, hand(night(false, 0, 12_000), 20_000));

        assertThat(made.prices()).containsExactly(18_000);
    }

    @Test
    void saysEachStepFromTheUppermostPlanDown() {
        PricedProduct saver =
                below(
                        product(BAR),
                        plan(
                                2,
                                offset("-10", 0),
                                new Rounding(100, 99, Rounding.Mode.NEAREST),
                                ALL));
        List<String> said = new ArrayList<>();

        chain.night(
                List.of(WrittenNight.UNWRITTEN, hand(night(false, 0, 12_000), 13_350)),
                new NightContext(saver, NIGHT, NIGHT),
                listening(said));

        assertThat(said)
                .containsExactly(
                        "BAR system null → 12000",
                        "BAR hand 12000 → 13350",
                        "P2 derived 13350 → 12015.00",
                        "P2 rounding 12015.00 → 11999");
    }

    @Property
    void reckonsADescentExactly(
            @ForAll @LongRange(min = 1, max = 10_000_000) long price,
            @ForAll @Size(max = 5)
                    List<@BigRange(min = "-60", max = "200") @Scale(4) BigDecimal> percents,
            @ForAll @LongRange(min = -300, max = 5000) long amount) {
        PricedProduct product = product(BAR);
        BigDecimal expected = BigDecimal.valueOf(price);
        for (BigDecimal percent : percents) {
            product = below(product, new Offset(percent, amount));
            expected = naive(expected, percent, amount);
        }
        WrittenNight[] line = new WrittenNight[percents.size() + 1];
        Arrays.fill(line, WrittenNight.UNWRITTEN);
        line[percents.size()] = night(false, 0, price);

        RateNight made = made(chain, product, line);

        assertThat(made.prices()[0])
                .isEqualTo(expected.signum() <= 0 ? Cell.NONE : expected.longValueExact());
    }

    /** A cent is the least price; what is not above 0 is not sold, and nothing made of it is. */
    private static BigDecimal naive(BigDecimal price, BigDecimal percent, long amount) {
        BigDecimal exact =
                price.multiply(new BigDecimal(100).add(percent))
                        .divide(new BigDecimal(100))
                        .add(BigDecimal.valueOf(amount));
        if (price.signum() <= 0 || exact.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        return exact.setScale(0, java.math.RoundingMode.HALF_UP).max(BigDecimal.ONE);
    }

    private static final long[] NOTHING = {};

    private static Steps listening(List<String> said) {
        return (position, step) -> said.add(words(step));
    }

    private static String words(PriceStep step) {
        return step.name() + " " + step.kind().word() + " " + step.before() + " → " + step.after();
    }

    private static RateNight made(PriceChain chain, PricedProduct product, WrittenNight... line) {
        return made(chain, product, NIGHT, line);
    }

    private static RateNight made(
            PriceChain chain, PricedProduct product, int night, WrittenNight... line) {
        return chain.night(List.of(line), new NightContext(product, night, NIGHT), Steps.NOBODY);
    }

    private static PricedProduct product(RatePlan plan) {
        return new PricedProduct(1, 1, plan);
    }

    private static PricedProduct below(PricedProduct parent, Offset offset) {
        return below(parent, plan(2, offset, Rounding.NONE, ALL, parent.plan()));
    }

    private static PricedProduct below(
            PricedProduct parent, Rounding rounding, Set<Field> inherits) {
        return below(parent, plan(2, Offset.NOTHING, rounding, inherits));
    }

    private static PricedProduct below(PricedProduct parent, RatePlan plan) {
        return new PricedProduct(parent.id() + 1, 1, plan, parent);
    }

    private static RatePlan plan(int id, Offset offset, Rounding rounding, Set<Field> inherits) {
        return plan(id, offset, rounding, inherits, BAR);
    }

    private static RatePlan plan(
            int id, Offset offset, Rounding rounding, Set<Field> inherits, RatePlan alike) {
        return new RatePlan(
                id,
                "P" + id,
                alike.pricing(),
                alike.longestStay(),
                offset,
                rounding,
                inherits,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }

    private static Offset offset(String percent, long amount) {
        return new Offset(percent == null ? null : new BigDecimal(percent), amount);
    }

    private static long[] prices(long... prices) {
        return prices;
    }

    private static WrittenNight night(boolean closed, int minThrough, long... prices) {
        return new WrittenNight(closed, false, false, minThrough, 0, 0, 0, prices, NOTHING);
    }

    private static WrittenNight hand(WrittenNight night, long... hand) {
        boolean closed = night.written() && night.closed();
        return new WrittenNight(
                closed, false, false, night.minThrough(), 0, 0, 0, night.prices(), hand);
    }

    private static int value(RateNight night, Field field) {
        return value(
                new WrittenNight(
                        night.closed(),
                        night.cta(),
                        night.ctd(),
                        night.minThrough(),
                        night.maxThrough(),
                        night.minArrival(),
                        night.maxArrival(),
                        NOTHING,
                        NOTHING),
                field);
    }

    private static int value(WrittenNight night, Field field) {
        return switch (field) {
            case MIN_THROUGH -> night.minThrough();
            case MAX_THROUGH -> night.maxThrough();
            case MIN_ARRIVAL -> night.minArrival();
            case MAX_ARRIVAL -> night.maxArrival();
            case CTA -> night.cta() ? 1 : 0;
            case CTD -> night.ctd() ? 1 : 0;
            default -> throw new IllegalArgumentException(field.word());
        };
    }
}
