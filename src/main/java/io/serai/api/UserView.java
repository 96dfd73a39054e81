package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.console.access.UserAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as an admin sees them. */
public record UserView(
        String id, String login, String role, boolean enabled, List<PlaceView> places) {

    /** Where they work, and as what. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlaceView(@Nullable String hotel, @Nullable String chain, @Nullable String role) {

        static PlaceView of(UserAccount.Place place) {
            return new PlaceView(
                    place.hotel() == null ? null : place.hotel().toString(),
                    place.chain(),
                    place.role() == null ? null : place.role().word());
        }
    }

    static UserView of(UserAccount user) {
        return new UserView(
                Long.toString(user.id()),
                user.login(),
                user.role().word(),
                user.enabled(),
                user.places().stream().map(PlaceView::of).toList());
    }
}
