package io.serai.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells contents apart, so that nobody overwrites what they did not see. */
final class Version {

    private Version() {}

    /** Another one for every other content: 16 hexadecimal digits. */
    static String of(Record content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /**
     * Demands that whoever changes something has seen it as it is.
     *
     * @param seen the header {@code If-Match}; null: they do not say what they saw
     * @throws Problem 409 with the newer content
     */
    static void demand(@Nullable String seen, Record now) {
        String tag = '"' + of(now) + '"';
        if (seen == null || seen.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(seen.split(",")).map(String::strip).noneMatch(tag::equals)) {
            throw new Problem(
                            409,
                            "Changed meanwhile",
                            "If-Match: %s (expected: %s, as it is now)".formatted(seen, tag))
                    .with("newer", now);
        }
    }
}
