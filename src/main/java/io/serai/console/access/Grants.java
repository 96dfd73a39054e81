package io.serai.console.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody may do, and where, as of the moment it was read.
 *
 * @param everywhere the rights at all hotels, those to come among them
 * @param at the rights at each hotel, by its id; those of {@code everywhere} among them
 */
public record Grants(Set<Right> everywhere, Map<Long, Set<Right>> at) {

    /** Nobody may do anything. */
    public static final Grants NONE = new Grants(Set.of(), Map.of());

    /** Keeps copies. */
    public Grants {
        everywhere = Set.copyOf(everywhere);
        at =
                at.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Set.copyOf(entry.getValue()),
                                        (one, other) -> one,
                                        TreeMap::new));
    }

    /** A role at some hotels, and nowhere else. */
    public static Grants of(Role role, Collection<Long> hotels) {
        return new Grants(
                Set.of(),
                hotels.stream()
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> role.rights())));
    }

    /** Whether they may do this at a hotel. */
    public boolean may(Right right, long hotel) {
        return everywhere.contains(right) || at.getOrDefault(hotel, Set.of()).contains(right);
    }

    /** Whether they see what a hotel earned: who works for it, and who keeps its books. */
    public boolean maySeeEarnings(long hotel) {
        return may(Right.OPERATE, hotel) || may(Right.FINANCE, hotel);
    }

    /** Whether they may do this at each of the hotels that they see, of which there is one. */
    public boolean may(Right right) {
        List<Long> seen = hotels(Right.READ);
        return everywhere.contains(right)
                || !seen.isEmpty() && seen.stream().allMatch(hotel -> may(right, hotel));
    }

    /** Whether they may do this at all hotels, those to come among them. */
    public boolean mayEverywhere(Right right) {
        return everywhere.contains(right);
    }

    /** Whether they may do this anywhere at all. */
    public boolean mayAnywhere(Right right) {
        return everywhere.contains(right)
                || at.values().stream().anyMatch(rights -> rights.contains(right));
    }

    /** The ids of the hotels where they may do this, in their order. */
    public List<Long> hotels(Right right) {
        return at.entrySet().stream()
                .filter(entry -> entry.getValue().contains(right))
                .map(Map.Entry::getKey)
                .toList();
    }
}
