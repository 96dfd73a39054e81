package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Pricing;
import io.serai.ari.Range;
import io.serai.ari.Remote;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final int START = 20_838;

    @Test
    void holdsAllThatIsApplied() {
        Batch batch = batch(range(1, 3), range(2, 1));

        Verdict verdict = Judge.judge(batch, answer(Outcome.APPLIED));

        assertThat(verdict.applied()).isEqualTo(batch.ranges());
        assertThat(verdict.again()).isEmpty();
    }

    @Test
    void keepsTheWordsOfANote() {
        Verdict verdict =
                Judge.judge(
                        batch(range(1, 3), range(2, 1)),
                        answer(Outcome.APPLIED, new Item(2, null, Meaning.NOTE, "N", "so so")));

        assertThat(verdict.applied()).hasSize(2);
        assertThat(verdict.notes()).hasSize(1);
        assertThat(verdict.notes().get(0).words()).isEqualTo("so so");
    }

    @Test
    void holdsWhatAPartlyTakenMessageDoesNotNameAsRefused() {
        Batch batch = batch(range(1, 3), range(2, 1), range(3, 1));

        Verdict verdict = Judge.judge(batch, answer(Outcome.PARTLY, refused(2)));

        assertThat(verdict.applied()).containsExactly(batch.ranges().get(0), batch.ranges().get(2));
        assertThat(refusedRanges(verdict)).containsExactly(batch.ranges().get(1));
        assertThat(verdict.again()).isEmpty();
    }

    @Test
    void refusesOnlyTheFieldsThatAreNamed() {
        Batch batch = batch(range(1, 3));

        Verdict verdict =
                Judge.judge(
                        batch,
                        answer(
                                Outcome.PARTLY,
                                new Item(1, List.of("price:2"), Meaning.REFUSED, "P", "too low"),
                                new Item(1, List.of("cta"), Meaning.REFUSED, "C", "no")));

        assertThat(verdict.refused())
                .extracting(Verdict.Named::fields)
                .containsExactly(List.of("price:2"), List.of("cta"));
        assertThat(verdict.applied())
                .extracting(Range::fieldNames)
                .containsExactly(List.of("price:1"));
    }

    @Test
    void sendsTheRestOfARefusedMessageAgain() {
        Batch batch = batch(range(1, 3), range(2, 1), range(3, 1));

        Verdict verdict = Judge.judge(batch, answer(Outcome.REFUSED, refused(2)));

        assertThat(refusedRanges(verdict)).containsExactly(batch.ranges().get(1));
        assertThat(verdict.applied()).isEmpty();
        assertThat(verdict.again()).containsExactly(batch(range(1, 3), range(3, 1)));
        assertThat(verdict.untaken()).hasSize(2);
    }

    @Test
    void halvesWhatIsRefusedWithoutANameUntilTheCulpritStandsAlone() {
        int culprit = START + 5;
        Deque<Batch> queue =
                new ArrayDeque<>(List.of(batch(range(1, 3), range(2, 9), range(3, 2))));
        List<Range> refused = new ArrayList<>();
        List<Range> applied = new ArrayList<>();

        while (!queue.isEmpty()) {
            Batch batch = queue.poll();
            boolean bad =
                    batch.ranges().stream()
                            .anyMatch(
                                    range ->
                                            range.remote().id() == 2
                                                    && range.first() <= culprit
                                                    && culprit <= range.last());
            Verdict verdict =
                    Judge.judge(
                            batch,
                            bad
                                    ? answer(
                                            Outcome.REFUSED,
                                            new Item(null, null, Meaning.ISOLATE, "400", "no"))
                                    : answer(Outcome.APPLIED));
            refused.addAll(refusedRanges(verdict));
            applied.addAll(verdict.applied());
            queue.addAll(verdict.again());
        }

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).first()).isEqualTo(culprit);
        assertThat(refused.get(0).nights()).isOne();
        assertThat(applied.stream().mapToInt(Range::nights).sum()).isEqualTo(13);
    }

    @Test
    void cutsWhatIsTooMuchInHalves() {
        Batch batch = batch(range(1, 4), range(2, 4));

        Verdict verdict =
                Judge.judge(
                        batch,
                        answer(Outcome.REFUSED, new Item(null, null, Meaning.SPLIT, "413", null)));

        assertThat(verdict.again()).containsExactly(batch(range(1, 4)), batch(range(2, 4)));
        assertThat(verdict.refused()).isEmpty();
    }

    @Test
    void cutsOnlyTheRangeThatIsNamed() {
        Batch batch = batch(range(1, 4), range(2, 4));

        Verdict verdict =
                Judge.judge(
                        batch,
                        answer(Outcome.PARTLY, new Item(2, null, Meaning.ISOLATE, "X", null)));

        assertThat(verdict.applied()).containsExactly(range(1, 4));
        assertThat(verdict.again()).extracting(Batch::cells).containsExactly(2, 2);
    }

    @Test
    void waitsWithWhatTheChannelTakesLater() {
        for (Meaning later : List.of(Meaning.LATER, Meaning.TOGETHER, Meaning.RENEW)) {
            Verdict verdict =
                    Judge.judge(
                            batch(range(1, 3), range(2, 1)),
                            answer(Outcome.PARTLY, new Item(2, null, later, "L", "soon")));

            assertThat(verdict.waits()).isTrue();
            assertThat(verdict.again()).isEmpty();
            assertThat(verdict.applied()).containsExactly(range(1, 3));
        }
    }

    @Test
    void waitsWithAllWhenSomethingUnnamedIsTakenLater() {
        Verdict verdict =
                Judge.judge(
                        batch(range(1, 3), range(2, 1)),
                        answer(Outcome.PARTLY, new Item(null, null, Meaning.LATER, "L", "soon")));

        assertThat(verdict.waits()).isTrue();
        assertThat(verdict.applied()).isEmpty();
    }

    @Test
    void takesANumberThatWasNotSentForNoName() {
        Verdict verdict =
                Judge.judge(batch(range(1, 3), range(2, 1)), answer(Outcome.PARTLY, refused(7)));

        assertThat(verdict.applied()).isEmpty();
        assertThat(verdict.again()).hasSize(2);
    }

    @Test
    void refusesOnlyTheNightsThatAreNamed() {
        LocalDate second = LocalDate.ofEpochDay(START + 1);

        Verdict verdict =
                Judge.judge(
                        batch(range(1, 4)),
                        answer(
                                Outcome.PARTLY,
                                new Item(
                                        1,
                                        second,
                                        second,
                                        List.of("price:2"),
                                        Meaning.REFUSED,
                                        "P",
                                        "too low")));

        assertThat(refusedRanges(verdict))
                .extracting(Range::from, Range::to)
                .containsExactly(tuple(second, second));
        assertThat(verdict.applied())
                .extracting(Range::nights, range -> range.fieldNames().size())
                .containsExactly(tuple(1, 3), tuple(1, 2), tuple(2, 3));
    }

    @Test
    void sendsAgainWhatTheAnswerHadNoPlaceForButNothingElse() {
        LocalDate first = LocalDate.ofEpochDay(START);

        Verdict verdict =
                Judge.judge(
                        batch(range(1, 3), range(2, 1)),
                        answer(
                                Outcome.PARTLY,
                                new Item(
                                        1,
                                        first,
                                        first,
                                        List.of("price"),
                                        Meaning.REFUSED,
                                        "P",
                                        "no"),
                                new Item(1, List.of("price"), Meaning.AGAIN, "P", "1 of 45")));

        assertThat(verdict.again()).hasSize(1);
        assertThat(verdict.again().get(0).ranges())
                .extracting(Range::nights, Range::fieldNames)
                .containsExactly(tuple(2, List.of("price:1", "price:2")));
        assertThat(verdict.applied())
                .extracting(Range::nights, Range::fieldNames)
                .containsExactly(
                        tuple(1, List.of("cta")),
                        tuple(2, List.of("cta")),
                        tuple(1, List.of("cta", "price:1", "price:2")));
        assertThat(verdict.waits()).isFalse();
    }

    @Test
    void sendsFieldsThatGoTogetherOnceMoreByThemselvesAndThenRefusesThem() {
        Item together =
                new Item(1, List.of("price:1", "price:2"), Meaning.TOGETHER, "T", "both please");

        Verdict first = Judge.judge(batch(range(1, 3)), answer(Outcome.PARTLY, together));
        Verdict second = Judge.judge(first.again().get(0), answer(Outcome.PARTLY, together));

        assertThat(first.applied()).extracting(Range::fieldNames).containsExactly(List.of("cta"));
        assertThat(first.again().get(0).ranges().get(0).fieldNames())
                .containsExactly("price:1", "price:2");
        assertThat(second.again()).isEmpty();
        assertThat(refusedRanges(second)).hasSize(1);
    }

    @Test
    void endsTheRoundWhenNothingMoreCanBeSent() {
        assertThat(List.of(Outcome.LATER, Outcome.UNKNOWN, Outcome.BROKEN)).allMatch(Judge::ends);
        assertThat(List.of(Outcome.APPLIED, Outcome.PARTLY, Outcome.REFUSED))
                .noneMatch(Judge::ends);
        assertThat(Judge.judge(batch(range(1, 3)), answer(Outcome.UNKNOWN)).untaken()).isEmpty();
        assertThat(Judge.judge(batch(range(1, 3)), answer(Outcome.LATER)).untaken()).hasSize(1);
    }

    @Property
    void comesToAnEndWhateverAChannelAnswers(@ForAll("answers") List<PushAnswer> answers) {
        Deque<Batch> queue =
                new ArrayDeque<>(List.of(batch(range(1, 3), range(2, 6), range(3, 2))));
        int calls = 0;

        while (!queue.isEmpty()) {
            Batch batch = queue.poll();
            Verdict verdict = Judge.judge(batch, answers.get(calls++ % answers.size()));
            assertThat(calls).isLessThan(200);
            assertThat(cells(verdict.again()))
                    .isLessThanOrEqualTo(batch.ranges().stream().mapToInt(JudgeTests::cells).sum());
            queue.addAll(verdict.again());
        }
    }

    @Property
    void leavesNoValueWithoutAVerdict(@ForAll("answers") List<PushAnswer> answers) {
        Batch batch = batch(range(1, 3), range(2, 6), range(3, 2));

        for (PushAnswer answer : answers) {
            Verdict verdict = Judge.judge(batch, answer);
            int settled =
                    verdict.applied().stream().mapToInt(JudgeTests::cells).sum()
                            + refusedRanges(verdict).stream().mapToInt(JudgeTests::cells).sum()
                            + cells(verdict.again());
            boolean all = settled == batch.ranges().stream().mapToInt(JudgeTests::cells).sum();
            assertThat(all || verdict.waits() || Judge.ends(verdict.outcome())).isTrue();
        }
    }

    @Provide
    Arbitrary<List<PushAnswer>> answers() {
        Arbitrary<Item> items =
                Combinators.combine(
                                Arbitraries.integers().between(0, 4).injectNull(0.3),
                                Arbitraries.of(
                                                "price",
                                                "price:1",
                                                "price:2",
                                                "cta",
                                                "rooms",
                                                "nonsense")
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(2)
                                        .injectNull(0.5),
                                Arbitraries.of(Meaning.class))
                        .as(
                                (update, fields, meaning) ->
                                        new Item(update, fields, meaning, "X", null));
        return Combinators.combine(Arbitraries.of(Outcome.class), items.list().ofMaxSize(4))
                .as((outcome, said) -> new PushAnswer(null, outcome, null, said))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static int cells(List<Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.ranges().stream())
                .mapToInt(JudgeTests::cells)
                .sum();
    }

    private static int cells(Range range) {
        return range.nights() * range.fieldNames().size();
    }

    private static List<Range> refusedRanges(Verdict verdict) {
        return verdict.refused().stream().map(Verdict.Named::range).toList();
    }

    private static Item refused(int update) {
        return new Item(update, null, Meaning.REFUSED, "R", "no");
    }

    private static PushAnswer answer(Outcome outcome, Item... items) {
        return new PushAnswer("ref", outcome, null, List.of(items));
    }

    private static Batch batch(Range... ranges) {
        return new Batch("rates", List.of(ranges));
    }

    private static Range range(int rate, int nights) {
        Remote remote =
                new Remote(
                        rate,
                        "room",
                        "rate",
                        rate,
                        false,
                        Pricing.OCCUPANCY,
                        Pricing.OCCUPANCY,
                        2,
                        1);
        Cell values = Cell.empty(2).price(0, 100_00).price(1, 120_00).set(Field.CTA, 1);
        return new Range(remote, START, START + nights - 1, null, values);
    }
}
