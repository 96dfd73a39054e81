package io.serai.console.people;

import io.serai.console.Words;
import io.serai.database.audit.AuditSeals;
import java.util.ArrayList;
import java.util.List;

/** Says whether the audit is as it was written. */
final class VerdictWords {

    private VerdictWords() {}

    static String of(AuditSeals.Verdict verdict) {
        if (verdict.intact()) {
            return "As it was written: %s under %s, reckoned anew%s."
                    .formatted(
                            Words.counted(verdict.rows(), "row"),
                            Words.counted(verdict.seals(), "seal"),
                            verdict.knownAs() == null
                                    ? ""
                                    : "; what you kept is the head of seal " + verdict.knownAs());
        }
        List<String> wrong = new ArrayList<>();
        if (!verdict.broken().isEmpty()) {
            wrong.add("seals that do not fit their rows any more: " + verdict.broken());
        }
        if (verdict.strangers() > 0) {
            wrong.add("rows written past the seals: " + verdict.strangers());
        }
        if (wrong.isEmpty()) {
            wrong.add("no seal has the head that you kept: all of it was sealed anew");
        }
        return "Changed since it was written: "
                + String.join("; ", wrong)
                + ". Compare with a backup from before.";
    }
}
