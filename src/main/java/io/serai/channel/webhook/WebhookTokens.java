package io.serai.channel.webhook;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.serai.vault.KeyedHash;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The tokens that channels show with their webhook calls: signed (HS256) with a key of the channel
 * that comes from the vault's own, short-lived, and good for that channel only.
 */
@Component
class WebhookTokens {

    private static final String PURPOSE = "webhook-token";
    private static final String ISSUER = "serai";

    private final KeyedHash vault;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookTokens(KeyedHash vault, WebhookSettings settings, Clock clock) {
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new one for a channel's folder. */
    String issue(String folder) {
        Instant now = clock.instant();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder()
                                .issuer(ISSUER)
                                .audience(folder)
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(settings.tokenLife())))
                                .build());
        try {
            token.sign(new MACSigner(vault.of(PURPOSE, folder)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token for webhooks cannot be signed", e);
        }
        return token.serialize();
    }

    /** Whether it is one of ours, for this folder, and not over. */
    boolean isGood(String folder, String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            return JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new MACVerifier(vault.of(PURPOSE, folder)))
                    && ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().equals(List.of(folder))
                    && expires != null
                    && expires.toInstant().isAfter(clock.instant());
        } catch (ParseException | JOSEException unreadable) {
            return false;
        }
    }
}
