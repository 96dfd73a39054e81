package io.serai.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.AnswerRule;
import io.serai.channel.Answers;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.answer.AnswerFacts.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSettlingTests {

    private static final Set<Integer> TWO = Set.of(1, 2);

    private final AnswerSettling settling =
            new AnswerSettling(
                    new Answers(
                            Map.of(
                                    "400", AnswerRule.of(Meaning.ISOLATE),
                                    "401", AnswerRule.of(Meaning.RENEW),
                                    "5xx", AnswerRule.of(Meaning.LATER)),
                            Map.of(
                                    "BUSY", AnswerRule.of(Meaning.LATER),
                                    "WHO", AnswerRule.of(Meaning.RENEW),
                                    "COINS", AnswerRule.of(Meaning.BROKEN)),
                            AnswerRule.of(Meaning.REFUSED)));

    @Test
    void takesASuccessWithoutFurtherWordsAsApplied() {
        PushAnswer answer = settle(200, said(true, List.of(), List.of()));

        assertThat(answer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(answer.reference()).isEqualTo("R1");
    }

    @Test
    void takesASuccessThatSaysNothingAsUnknown() {
        PushAnswer answer = settle(200, null);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void refusesOnlyTheUpdateThatIsNamed() {
        PushAnswer answer = settle(200, said(true, List.of(new Said(2, "NO", "no")), List.of()));

        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(answer.items()).containsExactly(new Item(2, null, Meaning.REFUSED, "NO", "no"));
    }

    @Test
    void isolatesARefusalThatNamesNoneOrOneThatWasNotSent() {
        PushAnswer answer =
                settle(
                        400,
                        said(
                                false,
                                List.of(new Said(null, "NO", null), new Said(9, "NO", null)),
                                List.of()));

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.items())
                .allMatch(it -> it.update() == null && it.outcome() == Meaning.ISOLATE)
                .hasSize(2);
    }

    @Test
    void meansTheOnlyUpdateWhenNoneIsNamed() {
        PushAnswer answer =
                settling.settle(
                        400,
                        null,
                        said(false, List.of(new Said(null, "NO", null)), List.of()),
                        Set.of(7));

        assertThat(answer.items()).containsExactly(new Item(7, null, Meaning.REFUSED, "NO", null));
    }

    @Test
    void keepsAWarningItDoesNotKnowAsANote() {
        PushAnswer answer = settle(200, said(true, List.of(), List.of(new Said(1, "HM", "hm"))));

        assertThat(answer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(answer.items()).extracting(Item::outcome).containsExactly(Meaning.NOTE);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, UNKNOWN", "WHO, BROKEN", "COINS, BROKEN", "NO, PARTLY"})
    void judgesTheWholeByWhatNamesNoUpdate(String code, Outcome outcome) {
        PushAnswer answer =
                settle(200, said(false, List.of(new Said(null, code, null)), List.of()));

        assertThat(answer.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED, ISOLATE", "401, BROKEN, RENEW", "503, UNKNOWN, LATER"})
    void judgesByTheStatusWhereNothingIsSaid(int status, Outcome outcome, Meaning meaning) {
        PushAnswer answer = settle(status, null);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.items())
                .containsExactly(new Item(null, null, meaning, "" + status, null));
    }

    private PushAnswer settle(int status, AnswerFacts facts) {
        return settling.settle(status, null, facts, TWO);
    }

    private static AnswerFacts said(boolean ok, List<Said> errors, List<Said> warnings) {
        return new AnswerFacts("R1", ok, errors, warnings);
    }
}
