package io.serai.sandbox.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Gate;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** Signs tokens with a key that outlives restarts, and knows its own again. */
final class Tokens implements Gate {

    private static final String BEARER = "Bearer ";

    private static final String ISSUER = "urn://connectivity-modern-auth/v1";

    private final Accounts accounts;
    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Duration lifetime;
    private final Clock clock;

    Tokens(Accounts accounts, byte[] key, Duration lifetime, Clock clock) {
        this.accounts = accounts;
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(
                    "the signing key has " + key.length + " bytes (expected: 32)", e);
        }
        this.lifetime = lifetime;
        this.clock = clock;
    }

    String sign(String clientId) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(clientId)
                        .audience("supply-xml")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .jwtID(java.util.UUID.randomUUID().toString())
                        .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return token.serialize();
    }

    @Override
    public Optional<Caller> callerOf(String authorization) {
        return authorization.startsWith(BEARER)
                ? holderOf(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<Caller> holderOf(String token) {
        try {
            var signed = SignedJWT.parse(token);
            var claims = signed.getJWTClaimsSet();
            var good =
                    signed.verify(verifier)
                            && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? accounts.find(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
