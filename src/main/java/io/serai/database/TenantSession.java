package io.serai.database;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works as the pages and the API do: in a transaction of its own that sees the rows of the named
 * hotels and no other, and that knows who acts. The database keeps this, not the statements.
 */
public final class TenantSession {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    TenantSession(DataSource appDataSource, PlatformTransactionManager transactions) {
        this.database = JdbcClient.create(appDataSource);
        this.transaction = new TransactionTemplate(transactions);
        // never joins: what an outer transaction may see must not change under it
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Commits when the work returns, rolls back when it throws.
     *
     * @param hotels the ids of the hotels whose rows may be seen and changed; none: no row
     * @param actor who acts, as the audit will name it: {@code user:…}, {@code key:…}
     * @param work gets the database of this transaction, for use before it returns
     */
    public <T> T call(Collection<Long> hotels, String actor, Function<JdbcClient, T> work) {
        if (actor.isBlank()) {
            throw new IllegalArgumentException(
                    "actor: '" + actor + "' (expected: who acts, as in user:anna)");
        }
        var ids = hotels.stream().map(String::valueOf).collect(Collectors.joining(","));
        return transaction.execute(
                status -> {
                    database.sql(
                                    "select set_config('serai.hotels', ?, true),"
                                            + " set_config('serai.actor', ?, true)")
                            .params(ids, actor)
                            .query()
                            .singleRow();
                    return work.apply(database);
                });
    }

    /** As {@link #call}, for work that gives nothing back. */
    public void run(Collection<Long> hotels, String actor, Consumer<JdbcClient> work) {
        call(
                hotels,
                actor,
                database -> {
                    work.accept(database);
                    return true;
                });
    }
}
