package io.serai.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.inbox.InboxMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParkedWordsTests {

    @Test
    void saysOfABookingThatCannotBeReadWhatItMeansForTheHotel() {
        ParkedWords words = words("reservation", "new", "cannot-pass", "UnreadableReservation: x");

        assertThat(words.happened())
                .startsWith("A message of Harbour about a booking could not be read");
        assertThat(words.means()).contains("is not counted here");
        assertThat(words.todo())
                .startsWith("Look the booking up at the channel")
                .endsWith("and sends it again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reservation | modify  | may-pass    | SocketTimeoutException: no answer within 30 s                | got no answer",
                "reservation |         | poisoned    | PSQLException: ERROR: deadlock detected                      | the database was away",
                "reservation | modify  | held        | HeldBehind: hotel: none (expected: after the parked message 7) | an earlier one of the same booking",
                "call        | no-show | cannot-pass | NotDone: no-show refused: too late                           | (reporting a no-show) was refused: too late.",
                "call        | no-show | poisoned    | NotDone: no-show given-up: no answer                         | not tried any more",
                "hook        |         | poisoned    | HookNotTaken: answered 503 (expected: 2xx)                   | own system was not taken: the answer was 503.",
                "webhook     |         | poisoned    | ChannelFault: the channel answered 500 (expected: what was asked for) | A call of Harbour was not taken: the answer was 500.",
                "call        | charge  | may-pass    | EndNotKnown: charge through house: its end is not known      | Whether a charge was made is not known",
                "reservation | new     | cannot-pass | NullPointerException: null                                   | could not be worked off"
            })
    void saysWhatHappenedWithoutTheWordsOfAnEngineer(
            String kind, @Nullable String told, String family, String reason, String words) {
        ParkedWords said = words(kind, told, family, reason);

        assertThat(said.happened())
                .contains(words)
                .doesNotContain("Exception", "null", "expected:");
        assertThat(said.means()).isNotEmpty();
        assertThat(said.todo()).isNotEmpty();
    }

    private static ParkedWords words(
            String kind, @Nullable String told, String family, String reason) {
        return ParkedWords.of(
                new InboxMessage(
                        7,
                        "parked",
                        kind,
                        family,
                        "harbour",
                        1,
                        1,
                        1L,
                        "12",
                        told,
                        false,
                        "reservation-take",
                        reason,
                        null,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null,
                        null),
                "Harbour");
    }
}
