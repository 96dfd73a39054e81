package io.serai.job;

import io.serai.vault.SecretMask;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a run went.
 *
 * @param counts how many of what were looked at, found or done
 * @param words what went wrong
 */
record JobResult(JobOutcome outcome, Map<String, Long> counts, @Nullable String words) {

    /** Counts of what was looked at and no more. */
    private static final Set<String> LOOKED = Set.of("looked", "asked", "nothing");

    private static final String PROBLEMS = "problems";

    private static final int LONGEST = 500;

    static JobResult failed(String words) {
        return new JobResult(JobOutcome.FAILED, Map.of(), cut(words));
    }

    /** By the variables that a job's route left. */
    static JobResult of(Map<String, Object> variables) {
        Map<String, Long> counts = new TreeMap<>();
        variables.forEach(
                (name, value) -> {
                    if (value instanceof Number number) {
                        counts.put(name, number.longValue());
                    }
                });
        if (variables.get(PROBLEMS) instanceof String problems && !problems.isBlank()) {
            return new JobResult(JobOutcome.PARTLY, counts, cut(problems));
        }
        boolean did =
                counts.entrySet().stream()
                        .anyMatch(
                                count -> !LOOKED.contains(count.getKey()) && count.getValue() != 0);
        return new JobResult(did ? JobOutcome.OK : JobOutcome.NOTHING, counts, null);
    }

    private static String cut(String all) {
        String words = SecretMask.mask(all);
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
