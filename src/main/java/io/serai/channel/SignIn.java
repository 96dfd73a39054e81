package io.serai.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a call shows who calls. Values may hold <code>{{credential:NAME}}</code>, filled on the wire.
 *
 * @param kind the scheme
 * @param calls the calls it is for; empty for all calls that no other names
 * @param url token: where credentials are exchanged for a token, by POST
 * @param fields token: the JSON fields of the exchange; empty when it sends a form
 * @param form token: the form fields of the exchange; empty when it sends JSON
 * @param token token: where the answer holds the token, a JSON pointer
 * @param ttl token: how long a token lives; null when it or the answer says it
 * @param ttlAt token: where the answer says how many seconds a token lives, a JSON pointer; null
 *     when the token's own claim {@code exp} says it
 * @param exchanges token: the most exchanges of an account in a time
 * @param renewAhead token: how long before its end a token is renewed
 * @param user basic, and token where the exchange shows one: the user name
 * @param password basic, and token where the exchange shows one: the password
 * @param header header: the header's name
 * @param value header: the header's value
 */
public record SignIn(
        Kind kind,
        Set<String> calls,
        @Nullable String url,
        Map<String, String> fields,
        Map<String, String> form,
        @Nullable String token,
        @Nullable Duration ttl,
        @Nullable String ttlAt,
        Limit exchanges,
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

    private static final Limit UNLIMITED = new Limit(Integer.MAX_VALUE, Duration.ofHours(1));

    static final SignIn NONE =
            new SignIn(
                    Kind.NONE,
                    Set.of(),
                    null,
                    Map.of(),
                    Map.of(),
                    null,
                    null,
                    null,
                    UNLIMITED,
                    Duration.ZERO,
                    null,
                    null,
                    null,
                    null);

    public SignIn {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
        form = Map.copyOf(Objects.requireNonNullElse(form, Map.of()));
        calls = Set.copyOf(Objects.requireNonNullElse(calls, Set.of()));
        exchanges = Objects.requireNonNullElse(exchanges, UNLIMITED);
        renewAhead = Objects.requireNonNullElse(renewAhead, Duration.ZERO);
    }

    /**
     * User and password as the value of an {@code Authorization} header.
     *
     * @throws IllegalArgumentException for a credential that is not there
     */
    public String basic(Map<String, String> credentials) {
        String pair =
                Objects.requireNonNull(user, "user")
                        + ":"
                        + Objects.requireNonNull(password, "password");
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                CredentialPlaceholders.fill(pair, credentials).getBytes(UTF_8));
    }
}
