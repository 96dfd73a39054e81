package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "departure: 2027-07-01 (expected: from 2027-07-02 to 2027-10-01) | departure | “1 Jul 2027” cannot be the departure: it has to be from 2 Jul 2027 to 1 Oct 2027",
                "from: 'soon' (expected: a day as 2027-07-01) | from | “soon” cannot be the first day: it has to be a day as 2027-07-01",
                "amount: '30.01' (expected: at most EUR 30.00) | amount | “30.01” cannot be the amount: it has to be at most EUR 30.00",
                "from: missing (expected: a day as YYYY-MM-DD) | from | The first day is missing: enter a day as YYYY-MM-DD",
                "rooms left: 1 (expected: 2) | rooms left | Only 1 room is left, 2 are needed",
                "rooms left: 0 (expected: 1) | rooms left | No room is left, 1 is needed",
                "nights: 2 (expected of a stay through it: 3 or more) | nights | The stay has 2 nights, and has to have 3 or more",
                "guests: 3 (expected: 2 at most) | guests | It takes 2 at most, not 3 guests",
                "price: none for 3 guests and 2 nights (expected: one) | price | There is no price for 3 guests and 2 nights",
                "adults-1: 'x' (expected: a whole number from 1 to 50) | adults-1 | “x” cannot be the adults: it has to be a whole number from 1 to 50",
                "The price is missing (expected: as 120.50) | \"\" | The price is missing: give it as 120.50",
                "1 May 2026 cannot be changed (expected: from 2026-06-01 on) | \"\" | 1 May 2026 cannot be changed: give one from 1 Jun 2026 on",
                "nothing was charged | \"\" | Nothing was charged"
            })
    void saysInASentenceWhatWasMetAndWhatToDo(String told, String field, String words) {
        assertThat(Refusal.of(told)).isEqualTo(new Refusal(field, words));
    }

    @Test
    void saysAllOfSeveral() {
        assertThat(Refusal.of("from: 'a' (expected: b); to: 'c' (expected: d)").words())
                .isEqualTo(
                        "“a” cannot be the first day: it has to be b; “c” cannot be the last day: it has to be d");
    }
}
