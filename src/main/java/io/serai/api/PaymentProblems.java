package io.serai.api;

import io.serai.payment.PaymentRefused;
import io.serai.reservation.action.ActionRefused;

/** Why money is not moved, as it is told to callers. */
final class PaymentProblems {

    private PaymentProblems() {}

    static Problem of(PaymentRefused refused) {
        String words = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN -> new Problem(404, "No such payment", words);
            case NOT_POSSIBLE -> new Problem(409, "Not possible", words);
            case UNDER_WAY -> new Problem(409, "Under way", words);
            case TOO_MUCH -> new Problem(422, "Too much", words);
            case NOT_FITTING -> Problem.bad(words);
        };
    }

    static Problem of(ActionRefused refused) {
        String words = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN -> new Problem(404, "No such booking", words);
            case NOT_OFFERED -> new Problem(409, "Not offered", words);
            case UNDER_WAY -> new Problem(409, "Under way", words);
            case NOT_FITTING -> Problem.bad(words);
        };
    }
}
