package io.serai.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many messages others would send. A channel lowers its own count and raises it for nobody: it
 * has to be told what came free of its own bookings, and of every night that is touched elsewhere.
 */
final class Fewest {

    private final List<Seller> sellers;
    private final Map<Seller, Set<YearMonth>> months = new HashMap<>();
    private int messages;

    Fewest(List<Seller> sellers) {
        this.sellers = sellers;
    }

    /**
     * @param at the channel at which it happened
     * @param before what the guest had; null: nothing
     * @param after what the guest has now; null: nothing
     */
    void add(Seller at, @Nullable Stay before, @Nullable Stay after) {
        for (var seller : sellers) {
            var nights = seller == at ? less(before, after) : both(before, after);
            var touched = nights.stream().map(YearMonth::from).collect(Collectors.toSet());
            months.computeIfAbsent(seller, it -> new HashSet<>()).addAll(touched);
            messages += seller.messages(touched);
        }
    }

    private static Set<LocalDate> less(@Nullable Stay one, @Nullable Stay other) {
        if (one == null) {
            return Set.of();
        }
        Set<LocalDate> kept =
                other == null || !other.roomType().equals(one.roomType())
                        ? Set.of()
                        : other.nights().collect(Collectors.toSet());
        return one.nights().filter(night -> !kept.contains(night)).collect(Collectors.toSet());
    }

    private static Set<LocalDate> both(@Nullable Stay before, @Nullable Stay after) {
        return Stream.concat(less(before, after).stream(), less(after, before).stream())
                .collect(Collectors.toSet());
    }

    /** Of one who waits until all guests have acted: no sender can do with fewer. */
    int atTheEnd() {
        return months.entrySet().stream()
                .mapToInt(own -> own.getKey().messages(own.getValue()))
                .sum();
    }

    /** Of one who tells each act by itself. */
    int oneByOne() {
        return messages;
    }
}
