package io.serai.console.people;

import io.serai.console.access.Role;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserAccount.Place;
import java.util.List;
import java.util.Map;

/**
 * A user in the list.
 *
 * @param where the hotels and chains named for them, with what they are there
 */
record UserRow(long id, String login, String role, boolean enabled, List<String> where) {

    static UserRow of(UserAccount user, Map<Long, String> hotels) {
        return new UserRow(
                user.id(),
                user.login(),
                user.role().word(),
                user.enabled(),
                user.places().stream().map(place -> words(place, hotels)).toList());
    }

    /** Engineers and admins of their own role are so at all hotels. */
    public boolean isEverywhere() {
        return role.equals(Role.ENGINEER.word()) || role.equals(Role.ADMIN.word());
    }

    private static String words(Place place, Map<Long, String> hotels) {
        String at =
                place.hotel() == null
                        ? "chain " + place.chain()
                        : hotels.getOrDefault(place.hotel(), "hotel " + place.hotel());
        return place.role() == null ? at : at + ": " + place.role().word();
    }
}
