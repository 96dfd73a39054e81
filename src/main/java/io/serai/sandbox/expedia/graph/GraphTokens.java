package io.serai.sandbox.expedia.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues bearer tokens, as many as the channel allows in five minutes, and knows its own again. */
final class GraphTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lifetime;
    private final int most;

    /**
     * @param lifetime how long a token is good
     * @param most how many an account may have issued within five minutes
     */
    GraphTokens(JdbcClient jdbc, Clock clock, Duration lifetime, int most) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lifetime = lifetime;
        this.most = most;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** A new token; refused with 429 when there were too many. */
    String issue(Account account) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var issued =
                jdbc.sql(
                                """
                                insert into expedia_token (token_sha256, account, issued_at, expires_at)
                                select :token, :account, :now, :end
                                 where (select count(*) from expedia_token
                                         where account = :account
                                           and issued_at > cast(:now as timestamptz) - interval '5 minutes') < :most""")
                        .param("token", hash(token))
                        .param("account", account.name())
                        .param("now", Timestamp.from(now))
                        .param("end", Timestamp.from(now.plus(lifetime)))
                        .param("most", most)
                        .update();
        if (issued == 0) {
            throw new Refusal(429, "", "more than " + most + " tokens in five minutes");
        }
        return token;
    }

    /** The account that a token which is still good was issued to. */
    Optional<Caller> holderOf(String token) {
        return jdbc.sql(
                        "select account from expedia_token where token_sha256 = ? and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(Caller::named);
    }

    /** Ends every token of an account before its time. */
    void revoke(String account) {
        jdbc.sql("update expedia_token set expires_at = ? where account = ?")
                .params(Timestamp.from(clock.instant()), account)
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
