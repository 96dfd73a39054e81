package io.serai.channel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names of the credentials that are shown, and where a body shows them.
 *
 * @param userAt body-login: where the user is
 * @param passwordAt body-login: where the password is; emptied before a route sees the body
 */
public record WebhookLogin(
        String user, String password, @Nullable String userAt, @Nullable String passwordAt) {

    static final WebhookLogin USUAL = new WebhookLogin(null, null, null, null);

    public WebhookLogin {
        user = Objects.requireNonNullElse(user, "notification_user");
        password = Objects.requireNonNullElse(password, "notification_password");
    }
}
