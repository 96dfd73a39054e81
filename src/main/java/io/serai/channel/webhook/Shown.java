package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call shows of an account's credentials. */
@FunctionalInterface
interface Shown {

    /** A call that shows nothing. */
    Shown NOTHING = credentials -> false;

    /** Whether it fits these credentials; takes as long for a nearly right one as for a wrong. */
    boolean fits(Map<String, String> credentials);

    /** Fits where both this and the other do. */
    default Shown and(Shown other) {
        return credentials -> fits(credentials) & other.fits(credentials);
    }

    /** Fits where a credential is there and is this text. */
    static Shown of(String credential, @Nullable String text) {
        return text == null
                ? NOTHING
                : credentials -> {
                    String known = credentials.getOrDefault(credential, "");
                    return !known.isBlank()
                            & MessageDigest.isEqual(known.getBytes(UTF_8), text.getBytes(UTF_8));
                };
    }
}
