package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.Right;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The people who may sign in: for admins of all hotels, who give away no more than they have
 * themselves.
 */
@Component("apiUsers")
public class ApiUsers {

    private final UserBook users;

    ApiUsers(UserBook users) {
        this.users = users;
    }

    /** All, by login. */
    public Map<String, List<UserView>> list(@ExchangeProperty("caller") Caller caller) {
        demandAdmin(caller);
        return Map.of("users", users.all(caller.actor()).stream().map(UserView::of).toList());
    }

    /**
     * Adds one.
     *
     * @throws Problem 403 when a role may do more than the caller
     */
    public Answer add(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        demandAdmin(caller);
        UserForm form = UserForm.read(body, null);
        demandRights(caller, form.user());
        return Answer.of(
                201, written(form, () -> users.add(caller.actor(), form.user(), form.password())));
    }

    /**
     * Changes what the body names.
     *
     * @throws Problem 403 when a role may do more than the caller; with a password, one from before
     *     too
     */
    public UserView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        demandAdmin(caller);
        UserAccount before =
                (id.matches("[0-9]{1,18}")
                                ? users.find(caller.actor(), Long.parseLong(id))
                                : Optional.<UserAccount>empty())
                        .orElseThrow(() -> Problem.unknown("user", id));
        UserForm form = UserForm.read(body, before);
        demandRights(caller, form.user());
        if (form.password() != null) {
            demandRights(caller, before);
        }
        return written(form, () -> users.change(caller.actor(), form.user(), form.password()));
    }

    private static UserView written(UserForm form, Supplier<UserAccount> writing) {
        try {
            return UserView.of(writing.get());
        } catch (DuplicateKeyException taken) {
            throw new Problem(
                    409, "Taken", "login: '" + form.user().login() + "' (expected: a new one)");
        } catch (IllegalArgumentException nowhere) {
            throw new Problem(422, "Cannot be meant", String.valueOf(nowhere.getMessage()));
        } catch (IllegalStateException last) {
            throw new Problem(409, "Nobody would be left", String.valueOf(last.getMessage()));
        }
    }

    private static void demandRights(Caller caller, UserAccount user) {
        for (Right right : user.rights()) {
            if (!caller.mayEverywhere(right)) {
                throw Problem.forbidden(right);
            }
        }
    }

    private static void demandAdmin(Caller caller) {
        if (!caller.mayEverywhere(Right.ADMIN)) {
            throw Problem.forbidden(Right.ADMIN);
        }
    }
}
