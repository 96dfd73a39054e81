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
        WebhookSignature signature,
        List<String> secrets,
        @Nullable Key key,
        WebhookLogin login,
        @Nullable WebhookJwt token,
        WebhookCertificate certificate,
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
                        signature,
                        standard ? WebhookSignature.STANDARD : WebhookSignature.OF_THE_BODY);
        secrets = List.copyOf(Objects.requireNonNullElse(secrets, USUAL_SECRETS));
        login = Objects.requireNonNullElse(login, WebhookLogin.USUAL);
        certificate = Objects.requireNonNullElse(certificate, WebhookCertificate.PINNED);
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

    /** A header that shows a credential, by the names of both. */
    public record Key(String header, String credential) {}
}
