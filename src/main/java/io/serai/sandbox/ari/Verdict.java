package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a message is applied and what is not.
 *
 * @param hotel the one hotel it is for; null when none of its rooms is known
 */
record Verdict(@Nullable Long hotel, List<Target> accepted, List<Problem> problems) {

    /** 200 when anything was applied, 403 when all was unauthorised, else 400. */
    int status() {
        if (!accepted.isEmpty()) {
            return 200;
        }
        return problems.stream().allMatch(p -> p.code().equals(Problem.NOT_AUTHORISED)) ? 403 : 400;
    }
}
