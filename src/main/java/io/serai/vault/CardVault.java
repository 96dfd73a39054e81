package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps cards sealed, each under a token.
 *
 * <p>A card is known again by a keyed hash of its account and fields, so that a message delivered
 * twice, or taken again after a crash, makes no second card. The security code is no part of that
 * hash: it is sealed apart and may go while the card stays.
 */
public final class CardVault {

    static final String CARD = "card";
    static final String CODE = "card-code";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Sealer sealer;
    private final KeyedHash hash;
    private final CardFields names;
    private final Duration unattachedKeep;

    CardVault(
            JdbcClient jdbc,
            TransactionTemplate ownTransaction,
            Sealer sealer,
            KeyedHash hash,
            CardFields names,
            Duration unattachedKeep) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.sealer = sealer;
        this.hash = hash;
        this.names = names;
        this.unattachedKeep = unattachedKeep;
    }

    /**
     * Seals a card and commits it, whatever becomes of the caller's transaction.
     *
     * @param fields as the channel names them; which hold number and code is a setting. A code of
     *     zeros is left out, a number that is none leaves out the card
     */
    public TakenCard put(long accountId, Map<String, String> fields) {
        var card = names.sort(fields);
        if (card.number().isEmpty()) {
            return new TakenCard.NotGiven(card.reason());
        }
        var number = card.number().get();
        var contents = json(card);
        var token =
                ownTransaction.execute(
                        status ->
                                jdbc.sql(
                                                """
                                                insert into cards as c (account_id, token, last_four, fingerprint, sealed, code_sealed, expires_on)
                                                values (:account, :token, :lastFour, :fingerprint, :sealed, :code, :expires)
                                                on conflict (account_id, fingerprint) do update
                                                set code_sealed = case when c.code_erased_at is null
                                                                       then coalesce(c.code_sealed, excluded.code_sealed) end,
                                                    updated_at  = now()
                                                returning token
                                                """)
                                        .param("account", accountId)
                                        .param("token", newToken(number))
                                        .param("lastFour", number.substring(number.length() - 4))
                                        .param(
                                                "fingerprint",
                                                hash.of(CARD, accountId + " " + contents))
                                        .param(
                                                "sealed",
                                                sealer.seal(contents.getBytes(UTF_8), CARD))
                                        .param(
                                                "expires",
                                                names.expiry(card.others()).orElse(null),
                                                Types.DATE)
                                        .param(
                                                "code",
                                                card.code()
                                                        .map(
                                                                c ->
                                                                        sealer.seal(
                                                                                c.getBytes(UTF_8),
                                                                                CODE))
                                                        .orElse(null))
                                        .query(String.class)
                                        .single());
        return new TakenCard.Kept(new CardToken(token));
    }

    /** The token, if it is one that the vault gave and still keeps. */
    public Optional<CardToken> find(String token) {
        return jdbc.sql("select token from cards where token = ?")
                .param(token)
                .query(String.class)
                .optional()
                .map(CardToken::new);
    }

    /** Deletes a card unless some reservation claims it, in the caller's transaction. */
    public void discard(String token) {
        jdbc.sql("delete from cards where token = ? and not " + CardClaims.ANY)
                .param(token)
                .update();
    }

    /**
     * Erases the security code for good, after the first charge: the same card delivered again does
     * not bring it back.
     */
    public void eraseCode(CardToken token) {
        jdbc.sql(
                        """
                        update cards set code_sealed = null, code_erased_at = now(), updated_at = now()
                        where token = ?
                        """)
                .param(token.value())
                .update();
    }

    /**
     * Deletes cards that no reservation claimed in {@code serai.vault.unattached-keep}; how many.
     */
    public int purge() {
        return jdbc.sql(
                        "delete from cards where updated_at < now() - make_interval(secs => ?) and not "
                                + CardClaims.ANY)
                .param(unattachedKeep.toSeconds())
                .update();
    }

    private static String newToken(String number) {
        var random = new BigInteger(130, RANDOM).setBit(130).toString(32).substring(1);
        return "card_" + random + "_" + number.substring(number.length() - 4);
    }

    private static String json(CardFields.Sorted card) {
        try {
            return JSON.writeValueAsString(card.others());
        } catch (JsonProcessingException unquotable) {
            throw new IllegalStateException(card + ": cannot be written as JSON");
        }
    }
}
