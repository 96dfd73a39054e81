package io.serai.ari.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.PriceStep;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HotelRulesTests {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private static final PricedProduct ROOM = product(1, Pricing.PER_DAY, 1);

    private int sold = 0;

    @Test
    void appliesOneAfterTheOtherToThePriceSoFar() {
        BigDecimal price =
                price(rules(rule("one", percent("10", false)), rule("two", percent("10", false))));

        assertThat(price).isEqualByComparingTo("12100");
    }

    @Test
    void takesPercentOfThePriceBeforeAllRulesWhereTheRuleSaysSo() {
        BigDecimal price =
                price(rules(rule("one", percent("10", false)), rule("two", percent("10", true))));

        assertThat(price).isEqualByComparingTo("12000");
    }

    @Test
    void looksAtNoLaterRuleAfterOneThatStops() {
        PriceRule stops =
                new PriceRule("one", null, null, RuleWhen.ALWAYS, percent("10", false), true);

        assertThat(price(rules(stops, rule("two", percent("10", false)))))
                .isEqualByComparingTo("11000");
    }

    @Test
    void goesOnAfterOneThatWouldStopAndDoesNotApply() {
        RuleWhen never = when(Seasons.ALWAYS, 0, Span.ALL, Span.ALL, Span.ALL);
        PriceRule stops = new PriceRule("one", null, null, never, percent("10", false), true);

        assertThat(price(rules(stops, rule("two", percent("20", false)))))
                .isEqualByComparingTo("12000");
    }

    @Test
    void namesEachRuleThatAppliedAndWhatItDid() {
        List<PriceStep> steps = new ArrayList<>();
        HotelRules rules =
                new HotelRules(
                        List.of(rule("Busy", percent("25", false)), rule("Late", amount(-400))),
                        Map.of(1, new PriceLimits(null, 12000L)));

        rules.apply(
                new BigDecimal("10000"), 0, night(ROOM, 0), (position, step) -> steps.add(step));

        assertThat(steps)
                .extracting(PriceStep::name, step -> step.after().stripTrailingZeros())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Busy", new BigDecimal("1.25E+4")),
                        org.assertj.core.groups.Tuple.tuple("Late", new BigDecimal("1.21E+4")),
                        org.assertj.core.groups.Tuple.tuple("ceiling", new BigDecimal("1.2E+4")));
    }

    @Test
    void keepsTheFloorWhereBothCannotBeKept() {
        HotelRules rules = new HotelRules(List.of(), Map.of(1, new PriceLimits(9000L, 8000L)));

        assertThat(price(rules)).isEqualByComparingTo("9000");
    }

    @Test
    void takesTheProductsLimitsOverThePlans() {
        PriceLimits own = new PriceLimits(9000L, null);

        assertThat(own.over(new PriceLimits(5000L, 20000L)))
                .isEqualTo(new PriceLimits(9000L, 20000L));
    }

    @Test
    void reachesADerivedPlanOnlyWhereItIsNamed() {
        PricedProduct child = new PricedProduct(2, 1, derived(2), ROOM);
        PriceRule all = rule("all", percent("10", false));
        PriceRule named =
                new PriceRule(
                        "named", Set.of(2), null, RuleWhen.ALWAYS, percent("10", false), false);

        assertThat(rules(all).concern(child)).isFalse();
        assertThat(rules(named).concern(child)).isTrue();
        assertThat(rules(named).concern(ROOM)).isFalse();
    }

    @Test
    void laysARuleThatNamesADerivedPlanOnWhatCameFromItsParent() {
        PricedProduct child = new PricedProduct(2, 1, derived(2), ROOM);
        PriceRule named =
                new PriceRule(
                        "named", Set.of(2), null, RuleWhen.ALWAYS, percent("5", false), false);
        HotelRules rules = rules(rule("all", percent("10", false)), named);

        long[] prices = chain(rules, child, 10000).prices();

        assertThat(prices).containsExactly(10395);
    }

    @Test
    void letsNoRoundingStepPastACeiling() {
        RatePlan tens =
                new RatePlan(
                        1,
                        "tens",
                        Pricing.PER_DAY,
                        1,
                        null,
                        new Rounding(1000, 0, Rounding.Mode.NEAREST),
                        Set.of(),
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE);
        HotelRules rules = new HotelRules(List.of(), Map.of(1, new PriceLimits(null, 11600L)));

        long[] prices = chain(rules, new PricedProduct(1, 1, tens), 11900).prices();

        assertThat(prices).containsExactly(11600);
    }

    @Test
    void leavesAPriceThatAPersonSetAlone() {
        HotelRules rules =
                new HotelRules(
                        List.of(rule("all", percent("10", false))),
                        Map.of(1, new PriceLimits(20000L, null)));

        long[] prices =
                new PriceChain(rules, PriceOwner.PERSON)
                        .night(List.of(written(10000, 7777)), night(ROOM, 0), Steps.NOBODY)
                        .prices();

        assertThat(prices).containsExactly(7777);
    }

    private RateNight chain(PriceRules rules, PricedProduct product, long price) {
        List<WrittenNight> line = new ArrayList<>();
        for (PricedProduct here = product; here != null; here = here.parent()) {
            line.add(here.parent() == null ? written(price) : WrittenNight.UNWRITTEN);
        }
        return new PriceChain(rules, PriceOwner.PERSON)
                .night(line, night(product, 0), Steps.NOBODY);
    }

    private static WrittenNight written(long price, long... hand) {
        return new WrittenNight(false, false, false, 0, 0, 0, 0, new long[] {price}, hand);
    }

    @Test
    void appliesFromAnOccupancyOn() {
        HotelRules rules = onlyWhen(Seasons.ALWAYS, Span.ALL, new Span(80, null), Span.ALL);

        sold = 79;
        assertThat(price(rules)).isEqualByComparingTo("10000");
        sold = 80;
        assertThat(price(rules)).isEqualByComparingTo("11000");
    }

    @Test
    void countsNothingToSellAsSold() {
        assertThat(Occupancies.percent(0, 0)).isEqualTo(100);
        assertThat(Occupancies.percent(7, 9)).isEqualTo(77);
        assertThat(Occupancies.percent(11, 9)).isEqualTo(100);
    }

    @Test
    void appliesWithinItsLeadTimeAlone() {
        HotelRules rules = onlyWhen(Seasons.ALWAYS, new Span(3, 7), Span.ALL, Span.ALL);

        assertThat(changed(rules, 0, 12)).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void appliesInASeasonThatComesEachYearAndReachesOverNewYear() {
        Seasons.Season turn =
                new Seasons.Season(LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 1));
        HotelRules rules =
                onlyWhen(Seasons.eachYear(List.of(turn), TODAY), Span.ALL, Span.ALL, Span.ALL);

        assertThat(changed(rules, 0, 760).stream().map(TODAY::plusDays).map(LocalDate::toString))
                .containsExactly(
                        "2027-12-30",
                        "2027-12-31",
                        "2028-01-01",
                        "2028-12-30",
                        "2028-12-31",
                        "2029-01-01");
    }

    @Test
    void hasALeapDayInASeasonToTheEndOfFebruary() {
        Seasons.Season february =
                new Seasons.Season(LocalDate.of(2027, 2, 27), LocalDate.of(2027, 2, 28));
        Seasons seasons = Seasons.eachYear(List.of(february), TODAY);

        assertThat(seasons.hold((int) LocalDate.of(2028, 2, 29).toEpochDay())).isTrue();
        assertThat(seasons.hold((int) LocalDate.of(2028, 3, 1).toEpochDay())).isFalse();
    }

    @Test
    void endsOnTheSameDayInCommonYearsWhereASeasonIsDatedInALeapYear() {
        Seasons.Season february =
                new Seasons.Season(LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 28));
        Seasons seasons = Seasons.eachYear(List.of(february), TODAY);

        assertThat(List.of("2027-02-28", "2028-02-28", "2029-02-28"))
                .allMatch(night -> held(seasons, night));
        assertThat(List.of("2027-03-01", "2028-02-29", "2029-03-01"))
                .noneMatch(night -> held(seasons, night));
    }

    @Test
    void hasTheLeapDayAgainInTheNextLeapYear() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        Seasons seasons = Seasons.eachYear(List.of(new Seasons.Season(day, day)), TODAY);

        assertThat(held(seasons, "2028-02-29")).isTrue();
        assertThat(held(seasons, "2028-02-28")).isFalse();
        assertThat(held(seasons, "2027-02-28")).isTrue();
    }

    private static boolean held(Seasons seasons, String night) {
        return seasons.hold((int) LocalDate.parse(night).toEpochDay());
    }

    @Test
    void looksAtTheLengthOfTheStayWherePricesAreForStays() {
        HotelRules rules = onlyWhen(Seasons.ALWAYS, Span.ALL, Span.ALL, new Span(2, null));
        NightContext stays = night(product(1, Pricing.LENGTH_OF_STAY, 3), 0);

        assertThat(rules.apply(new BigDecimal("10000"), 0, stays, Steps.NOBODY))
                .isEqualByComparingTo("10000");
        assertThat(rules.apply(new BigDecimal("18000"), 4, stays, Steps.NOBODY))
                .isEqualByComparingTo("19800");
        assertThat(price(rules)).isEqualByComparingTo("10000");
    }

    @Test
    void laysAnAmountOnEachNightOfAStay() {
        HotelRules rules = rules(rule("linen", amount(500)));
        NightContext stays = night(product(1, Pricing.LENGTH_OF_STAY, 3), 0);

        assertThat(rules.apply(new BigDecimal("27000"), 2, stays, Steps.NOBODY))
                .isEqualByComparingTo("28500");
    }

    private HotelRules onlyWhen(Seasons seasons, Span lead, Span occupancy, Span stay) {
        return rules(
                new PriceRule(
                        "rule",
                        null,
                        null,
                        when(seasons, RuleWhen.EVERY_DAY, lead, occupancy, stay),
                        percent("10", false),
                        false));
    }

    private static RuleWhen when(
            Seasons seasons, int weekdays, Span lead, Span occupancy, Span stay) {
        return new RuleWhen(seasons, weekdays, lead, occupancy, false, stay);
    }

    private List<Integer> changed(HotelRules rules, int from, int until) {
        List<Integer> changed = new ArrayList<>();
        for (int days = from; days < until; days++) {
            BigDecimal price =
                    rules.apply(new BigDecimal("10000"), 0, night(ROOM, days), Steps.NOBODY);
            if (price.compareTo(new BigDecimal("10000")) != 0) {
                changed.add(days);
            }
        }
        return changed;
    }

    private BigDecimal price(PriceRules rules) {
        return rules.apply(new BigDecimal("10000"), 0, night(ROOM, 0), Steps.NOBODY);
    }

    private NightContext night(PricedProduct product, int days) {
        int today = (int) TODAY.toEpochDay();
        Occupancies occupancies =
                new Occupancies() {
                    @Override
                    public int ofRoomType(int roomType, int night) {
                        return sold;
                    }

                    @Override
                    public int ofHotel(int night) {
                        return 0;
                    }
                };
        return new NightContext(product, today + days, today, occupancies);
    }

    private static PricedProduct product(int id, Pricing pricing, int longestStay) {
        return new PricedProduct(id, 1, new RatePlan(id, "plan", pricing, longestStay));
    }

    private static RatePlan derived(int id) {
        return new RatePlan(
                id,
                "child",
                Pricing.PER_DAY,
                1,
                new Offset(BigDecimal.TEN.negate(), 0),
                Rounding.NONE,
                Set.of(),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }

    private static HotelRules rules(PriceRule... rules) {
        return new HotelRules(List.of(rules), Map.of());
    }

    private static PriceRule rule(String name, RuleEffect effect) {
        return new PriceRule(name, null, null, RuleWhen.ALWAYS, effect, false);
    }

    private static RuleEffect percent(String percent, boolean ofBase) {
        return new RuleEffect(RuleEffect.Unit.PERCENT, new BigDecimal(percent), ofBase);
    }

    private static RuleEffect amount(long minor) {
        return new RuleEffect(RuleEffect.Unit.AMOUNT, BigDecimal.valueOf(minor), false);
    }
}
