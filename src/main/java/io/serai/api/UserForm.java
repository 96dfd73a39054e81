package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.Role;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserAccount.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a user.
 *
 * @param password null where it says none
 */
record UserForm(UserAccount user, @Nullable String password) {

    private static final Set<String> KNOWN =
            Set.of("login", "password", "role", "enabled", "places");
    private static final Set<String> OF_PLACE = Set.of("hotel", "chain", "role");
    private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::word).toList();

    /**
     * Reads it.
     *
     * @param before whom it changes; what it does not name stays. Null: a new one
     * @throws Problem 422 naming the field that cannot be meant
     */
    static UserForm read(@Nullable ObjectNode body, @Nullable UserAccount before) {
        Form form = Form.of(body, KNOWN);
        String login = form.text("login");
        if (before != null && login != null) {
            throw form.refusal("login", login, "none: it stays");
        }
        return new UserForm(
                new UserAccount(
                        before == null ? 0 : before.id(),
                        before == null ? Objects.requireNonNullElse(login, "") : before.login(),
                        Role.of(
                                form.word(
                                        "role",
                                        (before == null ? Role.VIEWER : before.role()).word(),
                                        ROLES)),
                        form.flag("enabled", before == null || before.enabled()),
                        form.names("places") || before == null
                                ? form.forms("places", OF_PLACE).stream()
                                        .map(UserForm::place)
                                        .toList()
                                : before.places()),
                form.text("password"));
    }

    private static Place place(Form form) {
        String hotel = form.text("hotel");
        String chain = form.text("chain");
        if ((hotel == null) == (chain == null) || hotel != null && !hotel.matches("[0-9]{1,9}")) {
            throw form.refusal(
                    "hotel",
                    String.valueOf(hotel),
                    "the id of a hotel, or else the code of a chain");
        }
        String role = form.names("role") ? form.word("role", "", ROLES) : "";
        return new Place(
                hotel == null ? null : Long.valueOf(hotel),
                chain,
                role.isEmpty() ? null : Role.of(role));
    }
}
