package io.serai.ari.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Pricing;
import io.serai.ari.Steps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class HotelRulesProperties {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final PricedProduct ROOM =
            new PricedProduct(1, 1, new RatePlan(1, "plan", Pricing.PER_DAY, 1));

    @Property
    void comesToWhatAPersonWouldReckonRuleByRule(
            @ForAll("rules") List<PriceRule> rules,
            @ForAll @LongRange(min = 1, max = 5_000_000) long base,
            @ForAll @IntRange(max = 400) int days) {
        BigDecimal expected = naive(rules, BigDecimal.valueOf(base), days);

        BigDecimal price = apply(rules, Map.of(), base, days);

        assertThat(price).isEqualByComparingTo(expected);
    }

    @Property
    void staysBetweenFloorAndCeiling(
            @ForAll("rules") List<PriceRule> rules,
            @ForAll @LongRange(min = 1, max = 5_000_000) long base,
            @ForAll @LongRange(min = 1, max = 1_000_000) long floor,
            @ForAll @LongRange(max = 1_000_000) long more) {
        PriceLimits limits = new PriceLimits(floor, floor + more);

        BigDecimal price = apply(rules, Map.of(1, limits), base, 10);

        assertThat(price).isBetween(BigDecimal.valueOf(floor), BigDecimal.valueOf(floor + more));
    }

    @Property
    void doesNotDependOnTheOrderOfRulesThatNeverMeet(
            @ForAll("rules") List<PriceRule> some,
            @ForAll long seed,
            @ForAll @IntRange(max = 400) int days) {
        List<PriceRule> apart = new ArrayList<>();
        for (int weekday = 0; weekday < Math.min(some.size(), 7); weekday++) {
            PriceRule rule = some.get(weekday);
            RuleWhen when =
                    new RuleWhen(Seasons.ALWAYS, 1 << weekday, Span.ALL, Span.ALL, false, Span.ALL);
            apart.add(new PriceRule(rule.name(), null, null, when, rule.effect(), rule.stops()));
        }
        List<PriceRule> mixed = new ArrayList<>(apart);
        Collections.shuffle(mixed, new Random(seed));

        assertThat(apply(mixed, Map.of(), 10000, days))
                .isEqualByComparingTo(apply(apart, Map.of(), 10000, days));
    }

    private static BigDecimal apply(
            List<PriceRule> rules, Map<Integer, PriceLimits> limits, long base, int days) {
        int today = (int) TODAY.toEpochDay();
        return new HotelRules(rules, limits)
                .apply(
                        BigDecimal.valueOf(base),
                        0,
                        new NightContext(ROOM, today + days, today),
                        Steps.NOBODY);
    }

    /** Dates, not numbers; the rest of the list by recursion; hundredths by division. */
    private static BigDecimal naive(List<PriceRule> rules, BigDecimal base, int days) {
        BigDecimal price = base;
        for (PriceRule rule : rules) {
            RuleWhen when = rule.when();
            LocalDate night = TODAY.plusDays(days);
            boolean weekday = (when.weekdays() >> (night.getDayOfWeek().getValue() - 1) & 1) == 1;
            boolean early = when.lead().from() == null || days >= when.lead().from();
            boolean late = when.lead().to() == null || days <= when.lead().to();
            if (weekday && early && late && when.occupancy().isAll() && when.stay().isAll()) {
                BigDecimal of = rule.effect().ofBase() ? base : price;
                price =
                        rule.effect().unit() == RuleEffect.Unit.AMOUNT
                                ? price.add(rule.effect().value())
                                : price.add(
                                        of.multiply(rule.effect().value())
                                                .divide(BigDecimal.valueOf(100)));
                if (rule.stops()) {
                    return price;
                }
            }
        }
        return price;
    }

    @Provide
    Arbitrary<List<PriceRule>> rules() {
        return rule().list().ofMaxSize(8);
    }

    private static Arbitrary<PriceRule> rule() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RuleWhen.EVERY_DAY),
                        lead(),
                        effect(),
                        Arbitraries.of(true, false, false))
                .as(
                        (weekdays, lead, effect, stops) ->
                                new PriceRule(
                                        "rule",
                                        null,
                                        null,
                                        new RuleWhen(
                                                Seasons.ALWAYS,
                                                weekdays,
                                                lead,
                                                Span.ALL,
                                                false,
                                                Span.ALL),
                                        effect,
                                        stops));
    }

    private static Arbitrary<Span> lead() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300).injectNull(0.4),
                        Arbitraries.integers().between(0, 100).injectNull(0.4))
                .as((from, more) -> new Span(from, more == null ? null : or0(from) + more));
    }

    private static int or0(Integer number) {
        return number == null ? 0 : number;
    }

    private static Arbitrary<RuleEffect> effect() {
        Arbitrary<RuleEffect> percent =
                Combinators.combine(
                                Arbitraries.bigDecimals()
                                        .between(new BigDecimal("-99"), new BigDecimal("200"))
                                        .ofScale(4),
                                Arbitraries.of(true, false))
                        .as((value, of) -> new RuleEffect(RuleEffect.Unit.PERCENT, value, of));
        Arbitrary<RuleEffect> amount =
                Arbitraries.longs()
                        .between(-50_000, 50_000)
                        .map(
                                minor ->
                                        new RuleEffect(
                                                RuleEffect.Unit.AMOUNT,
                                                BigDecimal.valueOf(minor),
                                                false));
        return Arbitraries.oneOf(percent, amount);
    }
}
