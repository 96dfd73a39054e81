package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.serai.channel.WebhookJwt;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves the tokens that channels make themselves: by their public keys or by a shared secret. */
@Component
class ChannelTokens {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int PATIENCE = 3000;
    private static final int MOST = 512 * 1024;

    private final Clock clock;
    private final Map<String, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

    ChannelTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token that is timely and for whom it should be; null when it is not. Proves nothing. */
    @Nullable SignedJWT read(WebhookJwt rule, String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            String algorithm = token.getHeader().getAlgorithm().getName();
            return rule.algorithms().contains(algorithm) && holds(rule, token.getJWTClaimsSet())
                    ? token
                    : null;
        } catch (ParseException unreadable) {
            return null;
        }
    }

    /**
     * Whether one of the channel's public keys signed it. They are kept, and asked for again when a
     * key is not among them, but not for each token that anybody makes up: what names a key that
     * was not there a moment ago is not theirs.
     *
     * @throws ProofAway when they cannot be had now
     */
    boolean isSignedByKeys(String url, WebhookJwt rule, SignedJWT token) {
        Set<JWSAlgorithm> taken =
                rule.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        taken, keys.computeIfAbsent(url, ChannelTokens::source)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            processor.process(token, null);
            return true;
        } catch (RateLimitReachedException asked) {
            if (hasKeys(url)) {
                return false;
            }
            throw new ProofAway("public keys of " + URI.create(url).getHost(), asked);
        } catch (KeySourceException away) {
            throw new ProofAway("public keys of " + URI.create(url).getHost(), away);
        } catch (BadJOSEException | JOSEException notTheirs) {
            return false;
        }
    }

    private boolean hasKeys(String url) {
        try {
            return !keys.get(url)
                    .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
        } catch (KeySourceException none) {
            return false;
        }
    }

    /** Which credentials it was signed with. */
    static Shown signed(WebhookJwt rule, SignedJWT token) {
        return credentials -> {
            boolean fits = false;
            for (String name : new HashSet<>(rule.secrets())) {
                String secret = credentials.getOrDefault(name, "");
                fits |= !secret.isBlank() && isSignedWith(secret, token);
            }
            return fits;
        };
    }

    private static boolean isSignedWith(String secret, SignedJWT token) {
        try {
            return token.verify(new MACVerifier(secret.getBytes(UTF_8)));
        } catch (JOSEException tooShort) {
            return false;
        }
    }

    private boolean holds(WebhookJwt rule, JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        return expires != null
                && expires.toInstant().plus(SKEW).isAfter(now)
                && (begins == null || !begins.toInstant().minus(SKEW).isAfter(now))
                && claims.getAudience().contains(rule.audience())
                && (rule.issuer() == null || rule.issuer().equals(claims.getIssuer()));
    }

    private static JWKSource<SecurityContext> source(String url) {
        try {
            return JWKSourceBuilder.create(
                            URI.create(url).toURL(),
                            new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST))
                    .retrying(true)
                    .build();
        } catch (MalformedURLException notByTheSchema) {
            throw new IllegalArgumentException(url + " (expected: an address)", notByTheSchema);
        }
    }
}
