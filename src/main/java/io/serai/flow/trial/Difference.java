package io.serai.flow.trial;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.serai.vault.SecretMask;
import java.util.List;

/** Two texts line against line, as engineers read it; what looks like a card is masked. */
final class Difference {

    private static final int AROUND = 3;

    private Difference() {}

    /** The unified difference; empty where there is none. */
    static String of(String nameOfOne, String one, String nameOfOther, String other) {
        List<String> before = SecretMask.mask(Likeness.lines(one)).lines().toList();
        List<String> after = SecretMask.mask(Likeness.lines(other)).lines().toList();
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        nameOfOne, nameOfOther, before, DiffUtils.diff(before, after), AROUND));
    }
}
