package io.serai.alert;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The webhook that is told of all alerts.
 *
 * @param url where it is; not set: there is none
 * @param secret what signs its messages, as whsec_ and Base64
 */
@ConfigurationProperties("serai.alerts.webhook")
record AlertHookSettings(@Nullable String url, @Nullable String secret) {

    AlertHookSettings {
        if (url != null
                && !url.isBlank()
                && (secret == null || !secret.matches("whsec_[A-Za-z0-9+/]{32,}={0,2}"))) {
            throw new IllegalArgumentException(
                    "serai.alerts.webhook.secret: none that could sign (expected: whsec_ and at least 24 bytes in Base64)");
        }
    }

    @Override
    public String toString() {
        return "webhook by settings";
    }
}
