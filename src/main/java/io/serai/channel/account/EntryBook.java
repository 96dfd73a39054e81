package io.serai.channel.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes how accounts get in at their channels: by which token, after how many tries, or not. */
final class EntryBook {

    private final JdbcClient database;
    private final Credentials credentials;

    EntryBook(JdbcClient database, Credentials credentials) {
        this.database = database;
        this.credentials = credentials;
    }

    /** A token, and until when it is good: the exchange was let in. */
    void keepToken(long id, String token, Instant expires) {
        database.sql(
                        """
                        update channel_accounts
                           set token_sealed = ?, token_expires_at = ?, exchange_after = '-infinity', exchange_failures = 0
                         where id = ?
                        """)
                .params(credentials.sealToken(token), Timestamp.from(expires), id)
                .update();
    }

    /** The channel takes it no more. */
    void forgetToken(long id) {
        database.sql(
                        "update channel_accounts set token_sealed = null, token_expires_at = null where id = ?")
                .param(id)
                .update();
    }

    /** When credentials were exchanged for tokens lately. */
    void keepExchanges(long id, List<Instant> exchanges) {
        database.sql("update channel_accounts set exchanged_at = ? where id = ?")
                .params(exchanges.stream().map(Timestamp::from).toArray(Timestamp[]::new), id)
                .update();
    }

    /** Nothing is exchanged before then. */
    void backOff(long id, Instant until) {
        database.sql(
                        """
                        update channel_accounts set exchange_after = ?, exchange_failures = exchange_failures + 1 where id = ?
                        """)
                .params(Timestamp.from(until), id)
                .update();
    }

    /** The channel does not let it in any more, for this reason. */
    void breakOff(long id, String reason) {
        database.sql(
                        """
                        update channel_accounts
                           set state = 'broken', state_reason = ?, token_sealed = null, token_expires_at = null
                         where id = ?
                        """)
                .params(reason, id)
                .update();
    }
}
