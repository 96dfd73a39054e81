package io.serai.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call shows who calls. Values may hold <code>{{credential:NAME}}</code>, filled on the wire.
 *
 * @param kind the scheme
 * @param url token: where credentials are exchanged for a token, by POST
 * @param fields token: the JSON fields of the exchange
 * @param token token: where the answer holds the token, a JSON pointer
 * @param ttl token: how long a token lives; null when its own claim {@code exp} says it
 * @param perHour token: the most exchanges an hour and account
 * @param renewAhead token: how long before its end a token is renewed
 * @param user basic: the user name
 * @param password basic: the password
 * @param header header: the header's name
 * @param value header: the header's value
 */
public record SignIn(
        Kind kind,
        @Nullable String url,
        Map<String, String> fields,
        @Nullable String token,
        @Nullable Duration ttl,
        int perHour,
        Duration renewAhead,
        @Nullable String user,
        @Nullable String password,
        @Nullable String header,
        @Nullable String value) {

    /** The schemes of signing in. */
    public enum Kind {
        /**
         * Nothing is added: the body holds placeholders for the credentials, or nothing is asked.
         */
        NONE,
        /** A user name and a password with each call. */
        BASIC,
        /** A header with each call. */
        HEADER,
        /** A bearer token that credentials are exchanged for. */
        TOKEN
    }

    static final SignIn NONE =
            new SignIn(
                    Kind.NONE,
                    null,
                    Map.of(),
                    null,
                    null,
                    0,
                    Duration.ZERO,
                    null,
                    null,
                    null,
                    null);

    public SignIn {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
        perHour = perHour == 0 ? Integer.MAX_VALUE : perHour;
        renewAhead = Objects.requireNonNullElse(renewAhead, Duration.ZERO);
    }
}
