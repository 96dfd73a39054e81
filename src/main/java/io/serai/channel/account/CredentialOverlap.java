package io.serai.channel.account;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the time for which credentials are kept that others took the place of. */
final class CredentialOverlap {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ChannelAccounts accounts;
    private final Clock clock;

    CredentialOverlap(
            JdbcClient database,
            TransactionTemplate transaction,
            ChannelAccounts accounts,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Forgets what was kept for an overlap that is over; how many accounts had such. */
    int end() {
        List<Long> over =
                database.sql("select id from channel_accounts where login_before_until <= ?")
                        .param(Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .list();
        over.forEach(this::end);
        return over.size();
    }

    private void end(long account) {
        transaction.executeWithoutResult(
                status -> {
                    AccountRow row = accounts.lock(account);
                    Map<String, String> login = new HashMap<>(accounts.kept(row));
                    database.sql("select login_before from channel_accounts where id = ?")
                            .param(account)
                            .query((found, number) -> names(found.getArray(1)))
                            .single()
                            .forEach(name -> login.remove(name + CredentialBook.BEFORE));
                    accounts.keepLogin(account, login);
                    database.sql(
                                    "update channel_accounts set login_before = '{}', login_before_until = null where id = ?")
                            .param(account)
                            .update();
                });
    }

    private static List<String> names(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
