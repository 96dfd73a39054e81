package io.serai.console.access;

import io.serai.console.access.AccessRefused.Why;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Lets admins of all hotels say who may come in: they give away no more than they have themselves.
 */
@Component
public class UserDesk {

    private static final String LOGIN = "[A-Za-z0-9][A-Za-z0-9@._+-]{0,99}";
    private static final int SHORTEST = 12;

    private final UserBook users;

    UserDesk(UserBook users) {
        this.users = users;
    }

    /**
     * All, by login.
     *
     * @throws AccessRefused when it is no admin of all hotels who asks
     */
    public List<UserAccount> all(Actor who) {
        who.demandAdmin();
        return users.all(who.name());
    }

    /**
     * One of them.
     *
     * @throws AccessRefused when there is none, or it is no admin of all hotels who asks
     */
    public UserAccount find(Actor who, String id) {
        who.demandAdmin();
        if (!id.matches("[0-9]{1,18}")) {
            throw AccessRefused.unknown("user", id);
        }
        return users.find(who.name(), Long.parseLong(id))
                .orElseThrow(() -> AccessRefused.unknown("user", id));
    }

    /**
     * Adds one.
     *
     * @param password null: they cannot sign in by a password
     * @throws AccessRefused when a role may do more than who acts, or what is said cannot be meant
     */
    public UserAccount add(Actor who, UserAccount user, @Nullable String password) {
        who.demandAdmin();
        if (!user.login().matches(LOGIN)) {
            throw AccessRefused.notMeant(
                    "login",
                    user.login().isEmpty() ? "missing" : user.login(),
                    "1 to 100 letters, digits, @ . _ + -");
        }
        demandLong(password);
        who.demand(user.rights());
        return written(user, () -> users.add(who.name(), user, password));
    }

    /**
     * Changes one to what is given.
     *
     * @param seen what {@link UserAccount#seen()} said of what is changed
     * @param password null: it stays
     * @throws AccessRefused when a role may do more than who acts; with a password, one from before
     *     too; or when it is not any more as it was seen
     */
    public UserAccount change(Actor who, UserAccount user, String seen, @Nullable String password) {
        UserAccount before = find(who, Long.toString(user.id()));
        demandLong(password);
        who.demand(user.rights());
        if (password != null) {
            who.demand(before.rights());
        }
        return written(user, () -> users.change(who.name(), user, seen, password));
    }

    /**
     * Gives one another password; all else stays as it is.
     *
     * @throws AccessRefused when there is none, or a role of theirs may do more than who acts
     */
    public void renew(Actor who, String id, String password) {
        UserAccount user = find(who, id);
        demandLong(password);
        who.demand(user.rights());
        users.renew(who.name(), user.id(), password);
    }

    private static void demandLong(@Nullable String password) {
        if (password != null && password.length() < SHORTEST) {
            throw AccessRefused.notMeant(
                    "password",
                    password.length() + " characters",
                    SHORTEST + " characters at least");
        }
    }

    private static UserAccount written(UserAccount user, Supplier<UserAccount> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException taken) {
            throw AccessRefused.taken("login", user.login());
        } catch (IllegalArgumentException nowhere) {
            throw new AccessRefused(Why.NOT_MEANT, "Cannot be meant", "places", words(nowhere));
        } catch (IllegalStateException last) {
            throw new AccessRefused(Why.NOT_NOW, "Nobody would be left", "role", words(last));
        }
    }

    private static String words(RuntimeException said) {
        return String.valueOf(said.getMessage());
    }
}
