package io.serai.channel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's webhook calls are proved to be the channel's, and what becomes of them. Paths
 * into a body are JSON pointers ({@code /a/b}) or JSONPath ({@code $.a.b}) where it is JSON, and
 * XPath without namespaces where it is XML.
 *
 * @param verifier the kind of proof: bearer-jwt, hmac-sha1, hmac-sha256, hmac-sha512,
 *     standard-webhooks, basic, header, body-login or client-certificate
 * @param header the header that carries a token, a login or signatures
 * @param signature of the HMACs: what is signed, and how
 * @param secrets of the HMACs: the credentials of an account that may have signed; two while one
 *     replaces the other
 * @param key a header that shows a credential of the account; what {@code header} proves with, and
 *     may be asked for besides every other proof
 * @param login basic, body-login: the credentials that are shown
 * @param token bearer-jwt: how the channel's own tokens are proved; null: it gets its tokens from
 *     us
 * @param certificate client-certificate: which are taken
 * @param message where a call's body names itself; null: its hash is its name
 * @param businessKey where it says what it is about so exactly that a second call of the same says
 *     nothing new, whatever its name; none for no such thing
 * @param kind where it says what it is about; null when it does not
 * @param hotel where it says which hotel it is about, to choose among accounts of the same proof
 * @param registration the method of a call that only asks whether anybody is here; null for none
 * @param answeredBy the port that answers while the channel waits; null: kept, answered, worked off
 *     afterwards
 * @param answer the status for a call that was kept
 * @param setUp how people have the channel call it; null where nothing is to be said
 * @param waits by what calls are about, how long the channel waits for what they ask for before it
 *     turns to the hotel by other means; those are worked off first
 */
public record WebhookRule(
        String verifier,
        String header,
        Signature signature,
        List<String> secrets,
        @Nullable Key key,
        Login login,
        @Nullable Token token,
        Certificate certificate,
        @Nullable String message,
        List<String> businessKey,
        @Nullable String kind,
        @Nullable String hotel,
        @Nullable String registration,
        @Nullable String answeredBy,
        int answer,
        @Nullable WebhookSetUp setUp,
        Map<String, Duration> waits) {

    /** The credentials that may have signed where nothing else is said. */
    static final List<String> USUAL_SECRETS = List.of("webhook_secret", "webhook_secret_previous");

    private static final int ACCEPTED = 202;

    public WebhookRule {
        boolean standard = verifier.equals("standard-webhooks");
        header =
                Objects.requireNonNullElse(
                        header, standard ? "webhook-signature" : "Authorization");
        signature =
                Objects.requireNonNullElse(
                        signature, standard ? Signature.STANDARD : Signature.OF_THE_BODY);
        secrets = List.copyOf(Objects.requireNonNullElse(secrets, USUAL_SECRETS));
        login = Objects.requireNonNullElse(login, Login.USUAL);
        certificate = Objects.requireNonNullElse(certificate, Certificate.PINNED);
        businessKey = List.copyOf(Objects.requireNonNullElse(businessKey, List.of()));
        answer = answer == 0 ? ACCEPTED : answer;
        waits = Map.copyOf(Objects.requireNonNullElse(waits, Map.of()));
    }

    /** How long the channel waits for what a call asks for; null: it does not. */
    public @Nullable Duration waits(@Nullable String about) {
        return about == null ? null : waits.get(about);
    }

    /**
     * Whether a proof says only that the channel calls, and nothing of whose account it is about.
     */
    public boolean provesChannel() {
        return switch (verifier) {
            case "bearer-jwt" -> token == null || token.keys() != null;
            case "client-certificate" -> !certificate.names().isEmpty();
            default -> false;
        };
    }

    /** What its HMACs are made with, as Java names it. */
    public String algorithm() {
        return switch (verifier) {
            case "hmac-sha1" -> "HmacSHA1";
            case "hmac-sha512" -> "HmacSHA512";
            default -> "HmacSHA256";
        };
    }

    /**
     * What is signed, and how.
     *
     * @param signed with {@code {id}}, {@code {timestamp}} and {@code {body}}; the body when it is
     *     missing
     * @param encoding of a signature, hex or base64
     * @param prefix that each signature may begin with
     * @param separator between two signatures
     * @param id the header that names the call; null when none does
     * @param secret what a secret is: its text, or {@code base64}, perhaps after {@code whsec_}
     * @param timestamp the header that says when it was signed; null when none does
     * @param unit of the timestamp: s, ms or iso
     * @param window how old a call may be; null for no bound
     * @param ahead how far a call's clock may be ahead; the window when it is missing
     */
    public record Signature(
            String signed,
            String encoding,
            String prefix,
            String separator,
            @Nullable String id,
            String secret,
            @Nullable String timestamp,
            String unit,
            @Nullable Duration window,
            @Nullable Duration ahead) {

        static final Signature OF_THE_BODY =
                new Signature(null, null, null, null, null, null, null, null, null, null);

        /** As the Standard Webhooks specification has it, with the tolerance that it advises. */
        static final Signature STANDARD =
                new Signature(
                        "{id}.{timestamp}.{body}",
                        "base64",
                        "v1,",
                        " ",
                        "webhook-id",
                        "base64",
                        "webhook-timestamp",
                        "s",
                        Duration.ofMinutes(5),
                        null);

        public Signature {
            signed = Objects.requireNonNullElse(signed, "{body}");
            encoding = Objects.requireNonNullElse(encoding, "hex");
            prefix = Objects.requireNonNullElse(prefix, "");
            separator = Objects.requireNonNullElse(separator, ",");
            secret = Objects.requireNonNullElse(secret, "text");
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

    /**
     * A token (JWT) that the channel makes.
     *
     * @param audience whom it must be for
     * @param issuer who must have made it; null for anybody who has the key
     * @param keys where the channel shows its public keys (JWKS); null: signed with a secret
     * @param secrets the credentials of an account that may have signed
     * @param algorithms those that are taken
     */
    public record Token(
            String audience,
            @Nullable String issuer,
            @Nullable String keys,
            List<String> secrets,
            List<String> algorithms) {

        public Token {
            secrets = List.copyOf(Objects.requireNonNullElse(secrets, USUAL_SECRETS));
            algorithms =
                    List.copyOf(
                            Objects.requireNonNullElse(
                                    algorithms,
                                    keys == null ? List.of("HS256") : List.of("RS256", "ES256")));
        }
    }

    /**
     * Which certificates of callers are taken. One that the channel's own name is in proves the
     * channel; one whose fingerprint is a credential of an account proves that account.
     *
     * @param fingerprints credentials that hold a SHA-256 in hex, colons or not; two while one
     *     replaces the other
     * @param names of which a certificate that was checked must have one: an alternative name, or
     *     where it has none the common name
     * @param header where a trusted proxy hands the certificate on; null: nobody does
     * @param verified the header in which that proxy says {@code SUCCESS} when it checked it
     */
    public record Certificate(
            List<String> fingerprints,
            List<String> names,
            @Nullable String header,
            @Nullable String verified) {

        static final Certificate PINNED = new Certificate(null, null, null, null);

        public Certificate {
            fingerprints =
                    List.copyOf(
                            Objects.requireNonNullElse(
                                    fingerprints,
                                    List.of(
                                            "webhook_certificate",
                                            "webhook_certificate_previous")));
            names = List.copyOf(Objects.requireNonNullElse(names, List.of()));
        }
    }
}
