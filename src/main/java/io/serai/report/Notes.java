package io.serai.report;

import java.util.List;

/** What readers of figures must know. */
final class Notes {

    private Notes() {}

    static List<String> ofStay(ReportQuestion question) {
        return question.by() == By.STAY
                ? List.of(
                        "By stay: nights and amounts are those of the nights in each step; a booking that touches several steps is a booking of each, and one of the total.")
                : List.of();
    }
}
