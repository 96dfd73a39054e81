package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.UserAccount;
import io.serai.console.access.UserDesk;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who may sign in: for admins of all hotels. */
@Component("apiUsers")
public class ApiUsers {

    private final UserDesk users;

    ApiUsers(UserDesk users) {
        this.users = users;
    }

    /** All, by login. */
    public Map<String, List<UserView>> list(@ExchangeProperty("caller") Caller caller) {
        return Map.of("users", users.all(caller.acting()).stream().map(UserView::of).toList());
    }

    /** Adds one. */
    public Answer add(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        UserForm form = UserForm.read(body, null);
        return Answer.of(
                201, UserView.of(users.add(caller.acting(), form.user(), form.password())));
    }

    /** Changes what the body names. */
    public UserView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        UserAccount before = users.find(caller.acting(), id);
        UserForm form = UserForm.read(body, before);
        return UserView.of(
                users.change(caller.acting(), form.user(), before.seen(), form.password()));
    }
}
