package io.serai.console.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first user.
 *
 * @param password the first password; none: one is made up and printed
 */
@ConfigurationProperties("serai.admin")
record AdminSettings(@Nullable String password) {

    @Override
    public String toString() {
        return "password " + (password == null ? "made up" : "given");
    }
}
