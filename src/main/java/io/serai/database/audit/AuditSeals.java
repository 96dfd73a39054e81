package io.serai.database.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what is written in the audit, in batches, each with a hash over its rows and all before: a
 * row that is changed, taken away or slipped in later shows. Who may write all of the database
 * could seal everything anew; a hash that was kept elsewhere shows that, too.
 */
@Component("auditSeals")
public class AuditSeals {

    private static final int BATCH = 10_000;

    private final JdbcClient engine;

    AuditSeals(JdbcClient engine) {
        this.engine = engine;
    }

    /** Seals all that is committed by now, unless another instance is at it. */
    public int seal() {
        int sealed = 0;
        int batch;
        do {
            batch =
                    engine.sql("select serai_seal_audit(?)")
                            .param(BATCH)
                            .query(Integer.class)
                            .single();
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    /**
     * How far the audit is sealed; whether the seals still fit is for {@link #verify} to say.
     *
     * @param seals how many batches there are
     * @param rows how many rows they cover
     * @param unsealed rows that wait for a seal
     * @param sealedAt when the latest was made; null: there is none yet
     * @param head its hash, in hexadecimal digits; null: there is none yet
     */
    public record State(
            long seals,
            long rows,
            long unsealed,
            @Nullable Instant sealedAt,
            @Nullable String head) {}

    /** How far the audit is sealed now. */
    public State state() {
        return engine.sql(
                        """
                        select count(*), coalesce(sum(rows), 0), (select count(*) from audit_unsealed), max(sealed_at),
                               (select encode(hash, 'hex') from audit_seals order by id desc limit 1)
                          from audit_seals
                        """)
                .query(
                        (row, number) ->
                                new State(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getTimestamp(4) == null
                                                ? null
                                                : row.getTimestamp(4).toInstant(),
                                        row.getString(5)))
                .single();
    }

    /**
     * Whether the audit is as it was written.
     *
     * @param intact whether nothing was changed
     * @param seals how many batches there are
     * @param rows how many rows they cover
     * @param unsealed rows that wait for a seal
     * @param strangers rows that were written past the seals
     * @param broken the numbers of seals that do not fit their rows any more, the first hundred
     * @param head the hash of the latest seal, in hexadecimal digits; null: there is none yet
     * @param knownAs the number of the seal that has the hash asked for; null: none has, or none
     *     was asked for
     */
    public record Verdict(
            boolean intact,
            long seals,
            long rows,
            long unsealed,
            long strangers,
            List<Long> broken,
            @Nullable String head,
            @Nullable Long knownAs) {}

    /**
     * Reckons every seal anew.
     *
     * @param kept a head that was kept elsewhere, in hexadecimal digits; null: none
     */
    public Verdict verify(@Nullable String kept) {
        Walk walk = new Walk(kept);
        engine.sql("select seal, rows, hash, intact from serai_verify_audit()")
                .query(
                        row -> {
                            walk.meet(
                                    row.getLong("seal"),
                                    row.getInt("rows"),
                                    HexFormat.of().formatHex(row.getBytes("hash")),
                                    row.getBoolean("intact"));
                        });
        long strangers = count("select serai_audit_strangers()");
        return new Verdict(
                walk.broken.isEmpty() && strangers == 0 && (kept == null || walk.knownAs != null),
                walk.seals,
                walk.rows,
                count("select count(*) from audit_unsealed"),
                strangers,
                walk.broken,
                walk.head,
                walk.knownAs);
    }

    private long count(String sql) {
        return engine.sql(sql).query(Long.class).single();
    }

    /** From the first seal to the latest. */
    private static final class Walk {

        private static final int MOST = 100;

        private final @Nullable String kept;
        private final List<Long> broken = new ArrayList<>();
        private long seals;
        private long rows;
        private @Nullable String head;
        private @Nullable Long knownAs;

        private Walk(@Nullable String kept) {
            this.kept = kept;
        }

        private void meet(long seal, int covered, String hash, boolean intact) {
            seals++;
            rows += covered;
            head = hash;
            if (hash.equals(kept)) {
                knownAs = seal;
            }
            if (!intact && broken.size() < MOST) {
                broken.add(seal);
            }
        }
    }
}
