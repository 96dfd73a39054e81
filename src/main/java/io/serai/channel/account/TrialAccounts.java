package io.serai.channel.account;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that credentials are tried with before an account has them. */
public final class TrialAccounts {

    private final JdbcClient database;
    private final ChannelAccounts accounts;
    private final Credentials credentials;

    TrialAccounts(JdbcClient database, ChannelAccounts accounts, Credentials credentials) {
        this.database = database;
        this.accounts = accounts;
        this.credentials = credentials;
    }

    /**
     * An account to try credentials with, apart from the one they are for; to be dropped.
     *
     * @return its id
     * @throws CredentialMissing naming what is kept elsewhere and is not there
     */
    public long make(long account, Map<String, String> given) {
        Map<String, String> whole = new HashMap<>(accounts.kept(accounts.row(account)));
        whole.putAll(given);
        byte[] sealed = credentials.seal(whole);
        credentials.open(sealed);
        return database.sql(
                        """
                        insert into channel_accounts (provider, name, login_sealed, login_hash, state, configuration)
                        select provider, name, ?, sha256(convert_to(?, 'UTF8')), 'trial', configuration from channel_accounts where id = ?
                        returning id
                        """)
                .params(sealed, UUID.randomUUID().toString(), account)
                .query(Long.class)
                .single();
    }

    /** Forgets an account that credentials were tried with. */
    public void drop(long trial) {
        database.sql("delete from channel_accounts where id = ? and state = 'trial'")
                .param(trial)
                .update();
    }
}
