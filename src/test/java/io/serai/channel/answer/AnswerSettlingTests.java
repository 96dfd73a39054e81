package io.serai.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.AnswerRule;
import io.serai.channel.Answers;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.answer.AnswerFacts.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSettlingTests {

    private static final Map<Integer, Set<String>> TWO =
            Map.of(1, Set.of("rooms"), 2, Set.of("price", "cta"));

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
                        Map.of(7, Set.of("rooms")));

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

    @Test
    void takesNothingOfAMessageWithAnErrorWhereTheChannelSaysSo() {
        assertThat(strictly("NO", false).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(strictly("BUSY", false).outcome()).isEqualTo(Outcome.LATER);
        assertThat(strictly("COINS", false).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void refusesAllOfAMessageWhoseErrorIsAboutTheWhole() {
        PushAnswer answer = strictly("NEVER", false);

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.items())
                .containsExactly(
                        new Item(1, null, Meaning.REFUSED, "NEVER", "hm"),
                        new Item(2, null, Meaning.REFUSED, "NEVER", "hm"));
    }

    @Test
    void refusesWhatAWarningNamesAndOnlyTheFieldsOfItsCode() {
        LocalDate night = LocalDate.of(2027, 2, 3);
        PushAnswer answer =
                strict.settle(
                        200,
                        null,
                        said(
                                true,
                                List.of(),
                                List.of(
                                        new Said(1, night, night, null, "DEAR", "d", false),
                                        new Said(2, night, night, null, "DEAR", "d", false))),
                        TWO);

        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(answer.items())
                .containsExactly(
                        new Item(2, night, night, List.of("price"), Meaning.REFUSED, "DEAR", "d"));
    }

    @Test
    void looksForTheCulpritOfAWarningThatNamesNone() {
        PushAnswer answer = strictly("DEAR", true);

        assertThat(answer.items())
                .containsExactly(new Item(null, null, Meaning.ISOLATE, "DEAR", "hm"));
    }

    @Test
    void knowsNothingOfWhatTheAnswerHasNoPlaceFor() {
        PushAnswer answer =
                strict.settle(
                        200,
                        null,
                        said(
                                true,
                                List.of(),
                                List.of(new Said(null, null, null, null, "DEAR", "d", true))),
                        TWO);

        assertThat(answer.items())
                .containsExactly(new Item(2, List.of("price"), Meaning.AGAIN, "DEAR", "d"));
    }

    @Test
    void doesNotCallRefusedWhatWasDoneBesideAnError() {
        List<Said> errors = List.of(new Said(null, "NEVER", "n"));

        PushAnswer done = strict.settle(200, null, said(true, errors, List.of()), Map.of());
        PushAnswer not = strict.settle(200, null, said(false, errors, List.of()), Map.of());

        assertThat(done.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(not.outcome()).isEqualTo(Outcome.REFUSED);
    }

    private final AnswerSettling strict =
            new AnswerSettling(
                    new Answers(
                            Map.of(),
                            Map.of(
                                    "BUSY", AnswerRule.of(Meaning.LATER),
                                    "COINS", AnswerRule.of(Meaning.BROKEN),
                                    "NEVER", rule(List.of(), true),
                                    "DEAR", rule(List.of("price"), false)),
                            true,
                            true,
                            AnswerRule.of(Meaning.REFUSED)));

    private static AnswerRule rule(List<String> fields, boolean whole) {
        return new AnswerRule(
                Meaning.REFUSED, null, false, fields, whole, AnswerRule.Stopped.CONNECTION);
    }

    private PushAnswer strictly(String code, boolean warning) {
        List<Said> said = List.of(new Said(null, code, "hm"));
        return strict.settle(
                200,
                null,
                warning ? said(true, List.of(), said) : said(false, said, List.of()),
                TWO);
    }

    private PushAnswer settle(int status, AnswerFacts facts) {
        return settling.settle(status, null, facts, TWO);
    }

    private static AnswerFacts said(boolean ok, List<Said> errors, List<Said> warnings) {
        return new AnswerFacts("R1", ok, errors, warnings);
    }
}
