package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A user and a password as HTTP Basic shows them. */
record BasicLogin(String user, String password) {

    private static final String BASIC = "Basic ";

    /** Reads a header; null when it is none of that kind. */
    static @Nullable BasicLogin read(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(pair, UTF_8).split(":", 2);
            return parts.length < 2 ? null : new BasicLogin(parts[0], parts[1]);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** The user alone. */
    @Override
    public String toString() {
        return "BasicLogin[" + user + "]";
    }
}
