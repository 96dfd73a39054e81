package io.serai.console.people;

import io.serai.console.access.Role;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserAccount.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
     * @param at {@code hotel:12} or {@code chain:casas}; empty: none
     * @param role empty: as their own role says
     */
    record PlaceEntry(String at, String role) {

        private static final String HOTEL = "hotel:";
        private static final String CHAIN = "chain:";

        static PlaceEntry of(Place place) {
            return new PlaceEntry(
                    place.hotel() == null ? CHAIN + place.chain() : HOTEL + place.hotel(),
                    place.role() == null ? "" : place.role().word());
        }

        /** Null where none is named. */
        @Nullable Place place() {
            Role there = role.isEmpty() ? null : Role.of(role);
            if (at.matches(HOTEL + "[0-9]{1,9}")) {
                return new Place(Long.valueOf(at.substring(HOTEL.length())), null, there);
            }
            return at.startsWith(CHAIN)
                    ? new Place(null, at.substring(CHAIN.length()), there)
                    : null;
        }
    }

    static UserEntry of(UserAccount user) {
        return new UserEntry(
                user.id(),
                user.login(),
                user.role().word(),
                user.enabled(),
                withRoom(user.places().stream().map(PlaceEntry::of).toList()),
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
    static UserEntry read(long id, String login, MultiValueMap<String, String> form) {
        List<String> at = form.getOrDefault("place", List.of());
        List<String> roles = form.getOrDefault("placeRole", List.of());
        List<PlaceEntry> places = new ArrayList<>();
        for (int i = 0; i < Math.min(at.size(), roles.size()); i++) {
            if (!at.get(i).isEmpty()) {
                places.add(new PlaceEntry(at.get(i), roles.get(i)));
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
            all.add(new PlaceEntry("", ""));
        }
        return List.copyOf(all);
    }
}
