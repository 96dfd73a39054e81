package io.serai.console.people;

import io.serai.console.access.Right;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a new key, beside its hotels.
 *
 * @param days how long it is to be good; null: as long as usual
 */
record KeyEntry(
        @Nullable String name,
        @Nullable List<String> rights,
        @Nullable Boolean everywhere,
        @Nullable Integer days) {

    static KeyEntry empty(long days) {
        return new KeyEntry("", List.of(Right.READ.word()), false, (int) days);
    }

    String plainName() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    Set<Right> which() {
        return Objects.requireNonNullElse(rights, List.<String>of()).stream()
                .map(Right::of)
                .collect(Collectors.toSet());
    }

    public boolean isEverywhere() {
        return Boolean.TRUE.equals(everywhere);
    }

    @Nullable Integer howLong() {
        return days;
    }

    /** Whether this right is ticked. */
    public boolean names(String right) {
        return rights != null && rights.contains(right);
    }
}
