package io.serai.database;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works as the engine does for somebody who asked it to: in one transaction that sees every hotel,
 * and that knows who acts. Whether they may is for the caller to look at before.
 */
public final class EngineSession {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    EngineSession(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Commits when the work returns, rolls back when it throws.
     *
     * @param actor who acts, as the audit will name it: {@code user:…}
     */
    public <T> T call(String actor, Function<JdbcClient, T> work) {
        return transaction.execute(
                status -> {
                    database.sql("select set_config('serai.actor', ?, true)")
                            .param(actor)
                            .query()
                            .singleRow();
                    return work.apply(database);
                });
    }
}
