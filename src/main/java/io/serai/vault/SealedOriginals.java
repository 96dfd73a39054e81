package io.serai.vault;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages as they came, cards and all, sealed until what they say is committed: the safety net
 * under taking in. They go with that transaction, else after {@code serai.vault.original-keep}.
 */
public final class SealedOriginals {

    private static final String PURPOSE = "original";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Sealer sealer;
    private final KeyedHash hash;
    private final Duration keep;

    SealedOriginals(
            JdbcClient jdbc,
            TransactionTemplate ownTransaction,
            Sealer sealer,
            KeyedHash hash,
            Duration keep) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.sealer = sealer;
        this.hash = hash;
        this.keep = keep;
    }

    /**
     * Seals a message and commits it, whatever becomes of the caller's transaction.
     *
     * @param call the endpoint's name in the channel's description
     * @return its id
     */
    public long put(long accountId, String call, byte[] original) {
        return ownTransaction.execute(
                status ->
                        jdbc.sql(
                                        """
                                        insert into sealed_originals (account_id, call, sealed, length, keyed_hash)
                                        values (?, ?, ?, ?, ?)
                                        returning id
                                        """)
                                .params(
                                        accountId,
                                        call,
                                        sealer.seal(original, PURPOSE),
                                        original.length,
                                        hash.of(PURPOSE, original))
                                .query(Long.class)
                                .single());
    }

    /**
     * The message, byte by byte.
     *
     * @throws IllegalArgumentException if it was never there or is gone
     */
    public byte[] open(long id) {
        return kept(id).orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "sealed original " + id + " (expected: one still kept)"));
    }

    /** Forgets a message with the caller's transaction; one that is gone already is no failure. */
    public void delete(long id) {
        jdbc.sql("delete from sealed_originals where id = ?").param(id).update();
    }

    private Optional<byte[]> kept(long id) {
        return jdbc.sql("select sealed from sealed_originals where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(bytes -> sealer.open(bytes, PURPOSE));
    }

    /** Forgets messages older than {@code serai.vault.original-keep}; how many. */
    public int purge() {
        return jdbc.sql(
                        """
                        delete from sealed_originals
                        where received_at < now() - make_interval(secs => ?)
                        """)
                .param(keep.toSeconds())
                .update();
    }
}
