package io.serai.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The months in which rooms came free by changes and cancellations: what a channel that lowers its
 * own count, and raises it for nobody, has to be told. A message holds one month of one hotel.
 */
final class Freed {

    private final Set<YearMonth> months = new HashSet<>();
    private int messages;

    /**
     * @param after what the guest has instead; null: nothing
     */
    void add(Stay before, @Nullable Stay after) {
        Set<LocalDate> kept =
                after == null || !after.roomType().equals(before.roomType())
                        ? Set.of()
                        : after.nights().collect(Collectors.toSet());
        var freed =
                before.nights()
                        .filter(night -> !kept.contains(night))
                        .map(YearMonth::from)
                        .collect(Collectors.toSet());
        months.addAll(freed);
        messages += freed.size();
    }

    /** Of one who waits until all guests have acted: no sender can do with fewer. */
    int fewest() {
        return months.size();
    }

    /** Of one who tells each change and cancellation by itself. */
    int oneByOne() {
        return messages;
    }
}
