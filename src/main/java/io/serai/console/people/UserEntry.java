package io.serai.console.people;

import io.serai.console.access.Role;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserAccount.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of a user.
 *
 * @param id 0 of one who is not there yet
 * @param places with some empty ones after them, to name more
 * @param seen as what the user was shown; empty of one who is not there yet
 */
record UserEntry(
        long id, String login, String role, boolean enabled, List<PlaceEntry> places, String seen) {

    private static final int EMPTY = 2;

    /**
     * A place in the form.
     *
     * @param at {@code hotel:12} or {@code chain:casas}, or what was entered and nobody knows;
     *     empty: none
     * @param called what its field shows
     * @param role empty: as their own role says
     * @param alike what several it may mean, as their fields show them; none where it is clear
     */
    record PlaceEntry(String at, String called, String role, List<String> alike) {

        static final PlaceEntry EMPTY = new PlaceEntry("", "", "", List.of());

        static PlaceEntry of(Place place, Places places) {
            String at =
                    place.hotel() == null
                            ? Places.CHAIN + place.chain()
                            : Places.HOTEL + place.hotel();
            return new PlaceEntry(
                    at,
                    places.called(at),
                    place.role() == null ? "" : place.role().word(),
                    List.of());
        }

        static PlaceEntry read(String entered, String role, Places places) {
            String said = entered.strip();
            List<String> keys = places.keys(said);
            return switch (keys.size()) {
                case 0 -> new PlaceEntry(said, places.called(said), role, List.of());
                case 1 -> new PlaceEntry(keys.get(0), places.called(keys.get(0)), role, List.of());
                default ->
                        new PlaceEntry(
                                said, said, role, keys.stream().map(places::called).toList());
            };
        }

        /** What is wrong with it, in words. */
        private String problem() {
            return alike.isEmpty()
                    ? "'"
                            + at
                            + "' is no place. Name a chain by its code, a hotel by its name or number."
                    : "'" + at + "' may be " + String.join(", or ", alike) + ". Which one?";
        }

        /** Whether something was entered and nobody knows what it is. */
        public boolean isUnknown() {
            return !alike.isEmpty() || !at.isEmpty() && place() == null;
        }

        /** Null where none is named. */
        @Nullable Place place() {
            Role there = role.isEmpty() ? null : Role.of(role);
            if (at.matches(Places.HOTEL + "[0-9]{1,9}")) {
                return new Place(Long.valueOf(at.substring(Places.HOTEL.length())), null, there);
            }
            return at.startsWith(Places.CHAIN)
                    ? new Place(null, at.substring(Places.CHAIN.length()), there)
                    : null;
        }
    }

    static UserEntry of(UserAccount user, Places places) {
        return new UserEntry(
                user.id(),
                user.login(),
                user.role().word(),
                user.enabled(),
                withRoom(user.places().stream().map(it -> PlaceEntry.of(it, places)).toList()),
                user.seen());
    }

    /** Nothing yet. */
    static UserEntry empty() {
        return new UserEntry(0, "", Role.OPERATOR.word(), true, withRoom(List.of()), "");
    }

    /**
     * What was entered.
     *
     * @throws IllegalArgumentException for a role that there is not
     */
    static UserEntry read(long id, String login, MultiValueMap<String, String> form, Places known) {
        List<String> at = form.getOrDefault("place", List.of());
        List<String> roles = form.getOrDefault("placeRole", List.of());
        List<PlaceEntry> places = new ArrayList<>();
        for (int i = 0; i < Math.min(at.size(), roles.size()); i++) {
            if (!at.get(i).isBlank()) {
                places.add(PlaceEntry.read(at.get(i), roles.get(i), known));
            }
        }
        String role = Objects.requireNonNullElse(form.getFirst("role"), Role.VIEWER.word());
        return new UserEntry(
                id,
                login,
                role,
                form.containsKey("enabled"),
                withRoom(places),
                Objects.requireNonNullElse(form.getFirst("seen"), ""));
    }

    /** What is wrong with its places, in words; empty where nothing is. */
    String problem() {
        return places.stream()
                .filter(PlaceEntry::isUnknown)
                .map(PlaceEntry::problem)
                .collect(Collectors.joining(" "));
    }

    /** As it is written. */
    UserAccount user() {
        return new UserAccount(
                id,
                login,
                Role.of(role),
                enabled,
                places.stream().map(PlaceEntry::place).filter(Objects::nonNull).toList());
    }

    private static List<PlaceEntry> withRoom(List<PlaceEntry> places) {
        List<PlaceEntry> all = new ArrayList<>(places);
        for (int i = 0; i < EMPTY; i++) {
            all.add(PlaceEntry.EMPTY);
        }
        return List.copyOf(all);
    }
}
