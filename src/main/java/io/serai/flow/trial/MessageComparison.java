package io.serai.flow.trial;

import io.serai.vault.SecretMask;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two texts of a mapping gave for a message, field by field. */
final class MessageComparison {

    private static final int MOST_FIELDS = 40;
    private static final String NUMBER = "number";

    /** When a mapping writes the moment it writes at, that moment is not compared. */
    private static final Duration NOW = Duration.ofSeconds(5);

    private final KeptMessage kept;
    private final String mapping;
    private final Outcome was;
    private final Outcome wouldBe;
    private final Discretion discretion;

    /** What a text gave, or why it failed. */
    record Outcome(@Nullable String given, @Nullable String failed) {}

    /**
     * @param mapping the text that is tried
     */
    MessageComparison(KeptMessage kept, String mapping, Outcome was, Outcome wouldBe) {
        this.kept = kept;
        this.mapping = mapping;
        this.was = was;
        this.wouldBe = wouldBe;
        this.discretion =
                new Discretion(
                        kept.message(),
                        Stream.of(was.given(), wouldBe.given(), kept.message().given())
                                .filter(Objects::nonNull)
                                .toList());
    }

    /** What is to be shown; null where both gave the same, or failed. */
    @Nullable TriedMessage shown(int place, String against) {
        if (was.failed() != null && wouldBe.failed() != null) {
            return null;
        }
        List<FieldDifference> all = wouldBe.failed() == null ? differences() : List.of();
        return all.isEmpty() && wouldBe.failed() == null && was.failed() == null
                ? null
                : new TriedMessage(
                        place,
                        kept.id(),
                        kept.at(),
                        kept.attempt(),
                        booking(),
                        was.failed() == null
                                ? against
                                : against + " (it failed: " + discretion.why(was.failed()) + ")",
                        wouldBe.failed() == null ? null : discretion.why(wouldBe.failed()),
                        List.copyOf(all.subList(0, Math.min(all.size(), MOST_FIELDS))),
                        Math.max(0, all.size() - MOST_FIELDS));
    }

    private List<FieldDifference> differences() {
        Map<String, String> before = fields(was);
        Map<String, String> after = fields(wouldBe);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        for (String path : paths) {
            String one = before.get(path);
            String other = after.get(path);
            if (!Objects.equals(one, other) && !(isNow(one) && isNow(other))) {
                differences.add(
                        new FieldDifference(
                                discretion.path(path, mapping),
                                discretion.shown(path, one),
                                discretion.shown(path, other)));
            }
        }
        return differences;
    }

    /** Of digits alone it names nobody, though the address of its guest may have it, too. */
    private String booking() {
        String number = fields(was).getOrDefault(NUMBER, "");
        return number.matches("[0-9]+")
                ? SecretMask.mask(number)
                : number.isEmpty() ? "" : discretion.shown(NUMBER, number);
    }

    private static Map<String, String> fields(Outcome outcome) {
        return outcome.given() == null ? Map.of() : MessageFields.of(outcome.given()).values();
    }

    private boolean isNow(@Nullable String value) {
        try {
            Instant said = OffsetDateTime.parse(String.valueOf(value)).toInstant();
            return Duration.between(said, kept.at()).abs().compareTo(NOW) < 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
