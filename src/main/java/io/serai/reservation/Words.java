package io.serai.reservation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a whole booking, and of its guests beside their names.
 *
 * @param remarks as the channel or the hotel wrote them
 * @param loyalty memberships
 */
public record Words(List<String> remarks, List<Loyalty> loyalty) {

    /** Nothing. */
    public static final Words NONE = new Words(List.of(), List.of());

    public Words(@Nullable List<String> remarks, @Nullable List<Loyalty> loyalty) {
        this.remarks = List.copyOf(Objects.requireNonNullElse(remarks, List.of()));
        this.loyalty = List.copyOf(Objects.requireNonNullElse(loyalty, List.of()));
    }

    boolean hasNothing() {
        return remarks.isEmpty() && loyalty.isEmpty();
    }

    @Override
    public String toString() {
        return remarks.size() + " remarks";
    }
}
