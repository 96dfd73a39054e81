package io.serai.channel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's webhook calls are proved to be the channel's, and what becomes of them. Paths
 * into a body are JSON pointers ({@code /a/b}) or JSONPath ({@code $.a.b}) where it is JSON, and
 * XPath without namespaces where it is XML.
 *
 * @param verifier the kind of proof: bearer-jwt, hmac-sha256, basic, header or body-login
 * @param header the header that carries a token or signature
 * @param signature hmac-sha256: what is signed, and how
 * @param secrets hmac-sha256: the credentials of an account that may have signed; two while one
 *     replaces the other
 * @param key a header that shows a credential of the account; what {@code header} proves with, and
 *     may be asked for besides every other proof
 * @param login basic, body-login: the credentials that are shown
 * @param message where a call's body names itself; null: its hash is its name
 * @param kind where it says what it is about; null when it does not
 * @param hotel where it says which hotel it is about, to choose among accounts of the same proof
 * @param registration the method of a call that only asks whether anybody is here; null for none
 * @param answeredBy the port that answers while the channel waits; null: kept, answered, worked off
 *     afterwards
 * @param answer the status for a call that was kept
 */
public record WebhookRule(
        String verifier,
        String header,
        Signature signature,
        List<String> secrets,
        @Nullable Key key,
        Login login,
        @Nullable String message,
        @Nullable String kind,
        @Nullable String hotel,
        @Nullable String registration,
        @Nullable String answeredBy,
        int answer) {

    private static final int ACCEPTED = 202;

    public WebhookRule {
        header = Objects.requireNonNullElse(header, "Authorization");
        signature = Objects.requireNonNullElse(signature, Signature.OF_THE_BODY);
        secrets =
                List.copyOf(
                        Objects.requireNonNullElse(
                                secrets, List.of("webhook_secret", "webhook_secret_previous")));
        login = Objects.requireNonNullElse(login, Login.USUAL);
        answer = answer == 0 ? ACCEPTED : answer;
    }

    /**
     * What is signed, and how.
     *
     * @param signed with {@code {timestamp}} and {@code {body}}; the body when it is missing
     * @param encoding of a signature, hex or base64
     * @param prefix that each signature may begin with
     * @param timestamp the header that says when it was signed; null when none does
     * @param unit of the timestamp: s, ms or iso
     * @param window how old a call may be; null for no bound
     * @param ahead how far a call's clock may be ahead; the window when it is missing
     */
    public record Signature(
            String signed,
            String encoding,
            String prefix,
            @Nullable String timestamp,
            String unit,
            @Nullable Duration window,
            @Nullable Duration ahead) {

        static final Signature OF_THE_BODY =
                new Signature(null, null, null, null, null, null, null);

        public Signature {
            signed = Objects.requireNonNullElse(signed, "{body}");
            encoding = Objects.requireNonNullElse(encoding, "hex");
            prefix = Objects.requireNonNullElse(prefix, "");
            unit = Objects.requireNonNullElse(unit, "s");
            ahead = ahead == null ? window : ahead;
        }
    }

    /** A header that shows a credential, by the names of both. */
    public record Key(String header, String credential) {}

    /**
     * The names of the credentials that are shown, and where a body shows them.
     *
     * @param userAt body-login: where the user is
     * @param passwordAt body-login: where the password is; emptied before a route sees the body
     */
    public record Login(
            String user, String password, @Nullable String userAt, @Nullable String passwordAt) {

        static final Login USUAL = new Login(null, null, null, null);

        public Login {
            user = Objects.requireNonNullElse(user, "notification_user");
            password = Objects.requireNonNullElse(password, "notification_password");
        }
    }
}
