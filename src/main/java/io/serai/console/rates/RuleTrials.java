package io.serai.console.rates;

import io.serai.ari.Cell;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.Words;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.RuleTrial;
import io.serai.delivery.price.StoredRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries rules for people: which nights would cost what instead. */
@Component
class RuleTrials {

    private static final int SHOWN = 40;

    /**
     * What would change.
     *
     * @param summary all of it in a sentence
     * @param lines the first nights of it
     */
    record Trial(String summary, List<Line> lines, int more) {}

    /** A night that would cost something else. */
    record Line(String what, String night, String before, String after) {}

    /** Had the hotel one rule more, after all others. */
    Trial adding(JdbcClient database, Hotel hotel, LocalDate today, RuleContent content) {
        return run(
                database,
                hotel,
                today,
                rules -> {
                    List<StoredRule> more = new ArrayList<>(rules);
                    more.add(new StoredRule(0, Integer.MAX_VALUE, content));
                    return more;
                });
    }

    /** Had one of the hotel's rules said something else. */
    Trial changing(JdbcClient database, Hotel hotel, LocalDate today, int id, RuleContent content) {
        return run(
                database,
                hotel,
                today,
                rules ->
                        rules.stream()
                                .map(
                                        rule ->
                                                rule.id() == id
                                                        ? new StoredRule(
                                                                id, rule.position(), content)
                                                        : rule)
                                .toList());
    }

    /** Had the hotel one rule less. */
    Trial removing(JdbcClient database, Hotel hotel, LocalDate today, int id) {
        return run(
                database,
                hotel,
                today,
                rules -> rules.stream().filter(rule -> rule.id() != id).toList());
    }

    private static Trial run(
            JdbcClient database,
            Hotel hotel,
            LocalDate today,
            UnaryOperator<List<StoredRule>> change) {
        RuleTrial.Outcome outcome =
                new RuleTrial(database)
                        .run(
                                hotel.id(),
                                today,
                                today,
                                today.plusDays(hotel.horizon() - 1L),
                                change,
                                0,
                                SHOWN);
        Map<Integer, String> names = names(database, hotel);
        return new Trial(
                outcome.nights() == 0
                        ? "No price would change."
                        : Words.counted(outcome.nights(), "night")
                                + " of "
                                + Words.counted(outcome.products(), "plan")
                                + " would cost something else.",
                outcome.changes().stream()
                        .map(
                                it ->
                                        new Line(
                                                names.getOrDefault(it.product(), "?"),
                                                Times.weekday(it.night()),
                                                amounts(hotel, it.before()),
                                                amounts(hotel, it.after())))
                        .toList(),
                outcome.nights() - outcome.changes().size());
    }

    private static String amounts(Hotel hotel, long[] prices) {
        return Arrays.stream(prices)
                .mapToObj(price -> price == Cell.NONE ? "–" : hotel.money(price))
                .collect(Collectors.joining(" / "));
    }

    private static Map<Integer, String> names(JdbcClient database, Hotel hotel) {
        Map<Integer, String> names = new HashMap<>();
        RatesBulk.products(database, hotel.id()).forEach(it -> names.put(it.id(), it.name()));
        return names;
    }
}
