package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.RequestRule.Span;
import io.serai.channel.Sending;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldingTests {

    private static final int START = (int) LocalDate.of(2027, 1, 20).toEpochDay();

    @Test
    void foldsNightsWithEqualValuesIntoOneRange() {
        List<Batch> batches = fold(new AChannel(), AChannel.rate(1), 5, day -> 100);

        assertThat(batches).hasSize(1);
        assertThat(batches.get(0).ranges()).containsExactly(range(AChannel.rate(1), 0, 4, 100));
    }

    @Test
    void cutsARangeAtTheEndOfTheMonthWhereTheChannelTakesOneMonthOnly() {
        List<Batch> batches = fold(new AChannel(), AChannel.rate(1), 15, day -> 100);

        assertThat(batches)
                .extracting(batch -> batch.ranges().get(0).to())
                .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 3));
    }

    @Test
    void putsAllMonthsInOneMessageWhereTheChannelTakesThem() {
        List<Batch> batches =
                fold(new AChannel().one(Span.HOTEL), AChannel.rate(1), 15, day -> 100);

        assertThat(batches).hasSize(1);
        assertThat(batches.get(0).ranges()).hasSize(1);
    }

    @Test
    void putsEachProductInAMessageOfItsOwnWhereTheChannelTakesOneOnly() {
        Folding folding = new Folding(new AChannel().one(Span.PRODUCT).definition());
        AChannel channel = new AChannel();
        for (int id = 1; id <= 3; id++) {
            folding.add(channel.terms(AChannel.rate(id)), START, priced(100));
        }

        assertThat(folding.batches()).hasSize(3);
    }

    @Test
    void putsEachRoomInAMessageOfItsOwnWhereTheChannelTakesOneOnly() {
        Folding folding = new Folding(new AChannel().one(Span.ROOM).definition());
        AChannel channel = new AChannel();
        folding.add(channel.terms(AChannel.room(1)), START, Cell.empty(0).set(Field.ROOMS, 1));
        folding.add(channel.terms(AChannel.room(2)), START, Cell.empty(0).set(Field.ROOMS, 1));
        folding.add(channel.terms(AChannel.rate(1)), START, Cell.empty(2).set(Field.CTA, 1));

        assertThat(folding.batches())
                .extracting(batch -> batch.ranges().size())
                .containsExactly(2, 1);
    }

    @Test
    void foldsAWeekendPriceOverMonthsIntoTwoRangesWhereTheChannelKnowsWeekdays() {
        IntUnaryOperator weekend = day -> Math.floorMod(day + 3, 7) >= 5 ? 150 : 100;

        List<Batch> batches =
                fold(new AChannel().one(Span.HOTEL).weekdays(), AChannel.rate(1), 100, weekend);

        assertThat(batches).hasSize(1);
        assertThat(batches.get(0).ranges()).hasSize(2);
        assertThat(batches.get(0).cells()).isEqualTo(100);
    }

    @Test
    void halvesARangeOfWeekdaysByTheNightsThatItMeans() {
        int saturdays = 1 << 5;
        Range range = new Range(AChannel.rate(1), START, START + 20, saturdays, priced(1));

        List<Batch> halves = new Batch("rates", List.of(range)).halves();

        assertThat(halves).allSatisfy(half -> assertThat(half.cells()).isPositive());
        assertThat(halves.stream().mapToInt(Batch::cells).sum()).isEqualTo(3);
    }

    @Property(tries = 300)
    void makesWhatIsHeldExactlyWhatIsWanted(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 5) int rates,
            @ForAll @IntRange(min = 1, max = 70) int nights,
            @ForAll boolean weekdays,
            @ForAll boolean vector,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        AChannel channel =
                new AChannel().updates(most).prices(vector ? Sending.VECTOR : Sending.ELEMENT);
        ChannelDefinition definition = (weekdays ? channel.weekdays() : channel).definition();
        Folding folding = new Folding(definition);
        Map<Remote, Cell[]> wanted = new HashMap<>();
        Map<Remote, Cell[]> holds = new HashMap<>();
        for (int id = 1; id <= rates; id++) {
            Remote remote = AChannel.rate(id);
            Terms terms = new Terms(definition, remote, true);
            wanted.put(remote, new Cell[nights]);
            holds.put(remote, new Cell[nights]);
            for (int night = 0; night < nights; night++) {
                Cell want = some(random, false);
                Cell hold = some(random, true);
                int unknown = random.nextInt(4) == 0 ? random.nextInt() : 0;
                wanted.get(remote)[night] = want;
                holds.get(remote)[night] = atTheChannel(random, hold, unknown);
                Cell send =
                        Difference.of(
                                terms, want, new Held(hold, unknown), Difference.Refused.NOTHING);
                if (send != null) {
                    folding.add(terms, START + night, send);
                }
            }
        }

        List<Batch> batches = folding.batches();

        batches.forEach(batch -> batch.ranges().forEach(range -> apply(range, holds)));
        wanted.forEach((remote, cells) -> assertThat(holds.get(remote)).containsExactly(cells));
        assertThat(batches).allSatisfy(batch -> keepsTheRules(batch, most));
        assertThat(batches).hasSizeLessThanOrEqualTo(fewest(batches, most));
    }

    @Test
    void goesOnInTheNextMessageWithARangeThatIsTooLong() {
        AChannel channel = new AChannel().one(Span.HOTEL).countsValues().updates(10);

        List<Batch> batches = fold(channel, AChannel.rate(1), 23, day -> 100);

        assertThat(batches).extracting(Batch::values).containsExactly(10, 10, 3);
        assertThat(batches).allSatisfy(batch -> assertThat(batch.ranges()).hasSize(1));
    }

    @Test
    void fillsEachMessageToTheBrimWithSomeValuesOfTheNextNight() {
        AChannel channel = new AChannel().one(Span.HOTEL).countsValues().updates(10);
        Folding folding = new Folding(channel.definition());
        for (int night = START; night < START + 10; night++) {
            Cell cell = Cell.empty(2).set(Field.CLOSED, 0).set(Field.CTA, 0).set(Field.CTD, 0);
            folding.add(
                    channel.terms(AChannel.rate(1)),
                    night,
                    cell.set(Field.MIN_THROUGH, 2)
                            .set(Field.MAX_THROUGH, 9)
                            .set(Field.MIN_ARRIVAL, 1));
        }

        List<Batch> batches = folding.batches();

        assertThat(batches).hasSize(6).allMatch(batch -> batch.values() == 10);
    }

    @Test
    void opensNoNightInAMessageBeforeTheOneWithItsPrice() {
        AChannel channel = new AChannel().one(Span.HOTEL).countsValues().updates(4);
        Folding folding = new Folding(channel.inOneRequest().definition());
        for (int night = START; night < START + 4; night++) {
            folding.add(
                    channel.terms(AChannel.rate(1)),
                    night,
                    Cell.empty(2).set(Field.CLOSED, 0).price(0, 100).price(1, 120));
        }

        List<Batch> batches = folding.batches();

        assertThat(batches).extracting(Batch::values).containsExactly(3, 3, 3, 3);
    }

    @Property(tries = 200)
    void needsFewMessagesWhereEachValueOfANightCounts(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 6) int rates,
            @ForAll @IntRange(min = 1, max = 200) int nights,
            @ForAll @IntRange(min = 60, max = 500) int most,
            @ForAll boolean weekdays) {
        AChannel channel = new AChannel().one(Span.HOTEL).countsValues().updates(most);
        ChannelDefinition definition = (weekdays ? channel.weekdays() : channel).definition();
        Folding folding = new Folding(definition);
        Map<String, Integer> told = new HashMap<>();
        for (int id = 1; id <= rates; id++) {
            Terms terms = new Terms(definition, AChannel.rate(id), true);
            for (int night = START; night < START + nights; night++) {
                Cell cell = some(random, true);
                if (cell.bits(PriceLayout.OCCUPANCY) != 0) {
                    folding.add(terms, night, cell);
                }
            }
        }

        List<Batch> batches = folding.batches();

        Set<List<Integer>> seen = new HashSet<>();
        for (Batch batch : batches) {
            assertThat(batch.values()).isLessThanOrEqualTo(most);
            told.merge(batch.request(), batch.values(), Integer::sum);
            for (Range range : batch.ranges()) {
                for (int day = range.first(); day <= range.last(); day++) {
                    int part = System.identityHashCode(batch);
                    boolean once =
                            !meant(range, day) || seen.add(List.of(part, range.remote().id(), day));
                    assertThat(once).as("a night of a product once in a message").isTrue();
                }
            }
        }
        told.forEach(
                (request, values) ->
                        assertThat(
                                        batches.stream()
                                                .filter(it -> it.request().equals(request))
                                                .count())
                                .isLessThanOrEqualTo((long) Math.ceil(values / (most - 1.0))));
    }

    private static void keepsTheRules(Batch batch, int most) {
        Set<List<Integer>> seen = new HashSet<>();
        Set<Integer> months = new HashSet<>();
        for (Range range : batch.ranges()) {
            for (int day = range.first(); day <= range.last(); day++) {
                months.add(LocalDate.ofEpochDay(day).getMonthValue());
                if (meant(range, day)) {
                    assertThat(seen.add(List.of(range.remote().id(), day)))
                            .as("a night once")
                            .isTrue();
                }
            }
        }
        assertThat(months).hasSize(1);
        assertThat(batch.ranges()).hasSizeLessThanOrEqualTo(most);
    }

    /** For each request and month as many messages as its updates need. */
    private static int fewest(List<Batch> batches, int most) {
        Map<String, Integer> updates =
                batches.stream()
                        .collect(
                                Collectors.groupingBy(
                                        batch ->
                                                batch.request()
                                                        + batch.ranges().get(0).from().getMonth(),
                                        Collectors.summingInt(batch -> batch.ranges().size())));
        return updates.values().stream().mapToInt(count -> (count + most - 1) / most).sum();
    }

    /** What the channel really has where we do not know: anything. */
    private static Cell atTheChannel(Random random, Cell held, int unknown) {
        Cell real = some(random, true);
        Cell mixed = Cell.empty(2);
        for (Field field : List.of(Field.CLOSED, Field.CTA, Field.MIN_THROUGH)) {
            Cell source = (unknown & field.bit()) != 0 ? real : held;
            if (source.has(field)) {
                mixed.set(field, source.get(field));
            }
        }
        for (int position = 0; position < 2; position++) {
            Cell source = (unknown & PriceLayout.OCCUPANCY.bit(position)) != 0 ? real : held;
            mixed.price(position, source.price(position));
        }
        return mixed;
    }

    private static Cell some(Random random, boolean maybeNothing) {
        Cell cell = Cell.empty(2);
        if (maybeNothing && random.nextInt(4) == 0) {
            return cell;
        }
        return cell.set(Field.CLOSED, random.nextInt(2))
                .set(Field.CTA, random.nextInt(2))
                .set(Field.MIN_THROUGH, random.nextInt(3))
                .price(0, 100 + random.nextInt(2))
                .price(1, 120 + random.nextInt(2));
    }

    private static void apply(Range range, Map<Remote, Cell[]> grid) {
        for (int day = range.first(); day <= range.last(); day++) {
            if (meant(range, day)) {
                Cell cell = grid.get(range.remote())[day - START];
                for (Field field : Field.values()) {
                    if (range.values().has(field)) {
                        cell.set(field, range.values().get(field));
                    }
                }
                for (int position = 0; position < 2; position++) {
                    if (range.values().price(position) != Cell.NONE) {
                        cell.price(position, range.values().price(position));
                    }
                }
            }
        }
    }

    private static boolean meant(Range range, int day) {
        return range.weekdays() == null || (range.weekdays() & Range.weekday(day)) != 0;
    }

    private static List<Batch> fold(
            AChannel channel, Remote remote, int nights, IntUnaryOperator price) {
        Folding folding = new Folding(channel.definition());
        for (int day = START; day < START + nights; day++) {
            folding.add(channel.terms(remote), day, priced(price.applyAsInt(day)));
        }
        return new ArrayList<>(folding.batches());
    }

    private static Range range(Remote remote, int from, int to, long price) {
        return new Range(remote, START + from, START + to, null, priced(price));
    }

    private static Cell priced(long price) {
        return Cell.empty(2).price(0, price);
    }
}
