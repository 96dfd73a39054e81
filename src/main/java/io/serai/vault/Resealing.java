package io.serai.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals anew, under the master's primary key, whatever an older key sealed, a few hundred values a
 * transaction, while everything else goes on. What is done is known by what begins every sealed
 * value, so that nothing need be remembered: whoever is killed goes on where he was, and several do
 * no harm to each other.
 */
public class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Sealer sealer;

    Resealing(JdbcClient jdbc, TransactionTemplate ownTransaction, Sealer sealer) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
        this.sealer = sealer;
    }

    /** Seals all anew that is not under the primary key; how many values. */
    public long run() {
        long done = 0;
        for (SealedColumn column : SealedColumn.ALL) {
            done += run(column);
        }
        if (done > 0) {
            log.info("{} values are sealed anew, under the primary master key", done);
        }
        return done;
    }

    /**
     * How many values other keys than the primary one sealed, by table and column. While one is
     * above 0 no older key may be taken out of the keyset.
     */
    public Map<String, Long> left() {
        Map<String, Long> left = new LinkedHashMap<>();
        for (SealedColumn column : SealedColumn.ALL) {
            left.put(
                    column.name(),
                    jdbc.sql("select count(*) from " + older(column))
                            .param("mark", sealer.mark())
                            .query(Long.class)
                            .single());
        }
        return left;
    }

    private long run(SealedColumn column) {
        long done = 0;
        long after = 0;
        while (true) {
            Batch batch = batch(column, after);
            if (batch.values().isEmpty()) {
                return done;
            }
            done += batch.changed();
            after = batch.values().get(batch.values().size() - 1).id();
        }
    }

    private Batch batch(SealedColumn column, long after) {
        return ownTransaction.execute(
                status -> {
                    jdbc.sql("select set_config('serai.resealing', 'on', true)")
                            .query(String.class)
                            .single();
                    List<Value> values =
                            jdbc.sql(
                                            "select id, %s as sealed from %s and id > :after order by id limit :most"
                                                    .formatted(column.column(), older(column)))
                                    .param("mark", sealer.mark())
                                    .param("after", after)
                                    .param("most", BATCH)
                                    .query(Value.class)
                                    .list();
                    return new Batch(
                            values, values.stream().mapToInt(it -> reseal(column, it)).sum());
                });
    }

    /**
     * What changed meanwhile is left as it is: who changed it sealed it, and the next run looks.
     */
    private int reseal(SealedColumn column, Value value) {
        try {
            return jdbc.sql(
                            "update %1$s set %2$s = ? where id = ? and %2$s = ?"
                                    .formatted(column.table(), column.column()))
                    .params(
                            sealer.resealed(value.sealed(), column.purpose()),
                            value.id(),
                            value.sealed())
                    .update();
        } catch (SealBroken broken) {
            log.error("{} {}: {}", column.name(), value.id(), broken.getMessage());
            return 0;
        }
    }

    private static String older(SealedColumn column) {
        return "%s where %s is not null and substring(%s from 1 for length(:mark)) <> :mark"
                .formatted(column.table(), column.column(), column.column());
    }

    private record Value(long id, byte[] sealed) {}

    private record Batch(List<Value> values, int changed) {}
}
