package io.serai.channel.account;

import io.serai.vault.SealBroken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The logins at channels. Their credentials are sealed at rest and open in memory only. */
public final class ChannelAccounts {

    private final JdbcClient database;
    private final Credentials credentials;
    private final Map<Long, String> providers = new ConcurrentHashMap<>();

    ChannelAccounts(JdbcClient database, Credentials credentials) {
        this.database = database;
        this.credentials = credentials;
    }

    /**
     * The account of these credentials at a channel; made if it is not there.
     *
     * @param provider the channel's code
     * @param name what people call it, if it is made
     * @param login the credentials by their names
     * @return its id
     */
    public long take(String provider, String name, Map<String, String> login) {
        return database.sql(
                        """
                        insert into channel_accounts (provider, name, login_sealed, login_hash) values (?, ?, ?, ?)
                        on conflict (provider, login_hash) do update set updated_at = now()
                        returning id
                        """)
                .params(
                        provider,
                        name,
                        credentials.seal(login),
                        credentials.fingerprint(provider, login))
                .query(Long.class)
                .single();
    }

    /**
     * Gives an account other credentials; its token is forgotten and it may call again.
     *
     * @param knownBy those among them by which the account is found again
     */
    public void changeLogin(long id, Map<String, String> login, Map<String, String> knownBy) {
        String provider = provider(id);
        database.sql(
                        """
                        update channel_accounts
                           set login_sealed = ?, login_hash = ?, token_sealed = null, token_expires_at = null,
                               exchange_after = '-infinity', exchange_failures = 0, state = 'ready', state_reason = null
                         where id = ?
                        """)
                .params(credentials.seal(login), credentials.fingerprint(provider, knownBy), id)
                .update();
    }

    /** Lets an account that the channel refused try once more. */
    public void tryAgain(long id) {
        database.sql(
                        """
                        update channel_accounts
                           set state = 'ready', state_reason = null, exchange_after = '-infinity', exchange_failures = 0
                         where id = ?
                        """)
                .param(id)
                .update();
    }

    /** The account, if there is one. */
    public Optional<ChannelAccount> find(long id) {
        return row(id, "").map(AccountRow::account);
    }

    /**
     * The account that must be there.
     *
     * @throws IllegalArgumentException naming the id
     */
    public ChannelAccount get(long id) {
        return row(id).account();
    }

    /**
     * The code of an account's channel, which never changes.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    public String provider(long id) {
        return providers.computeIfAbsent(id, it -> get(it).provider());
    }

    /** All accounts at a channel, oldest first. */
    public List<Long> at(String provider) {
        return database.sql(
                        "select id from channel_accounts where provider = ? and state <> 'trial' order by id")
                .param(provider)
                .query(Long.class)
                .list();
    }

    /**
     * The credentials of all accounts at a channel, oldest first; not to be kept for more than
     * seconds. One whose seal is broken hinders no other.
     */
    public List<AccountLogin> logins(String provider) {
        return database.sql(
                        "select id, login_sealed from channel_accounts where provider = ? and state <> 'trial' order by id")
                .param(provider)
                .query((row, number) -> login(row.getLong("id"), row.getBytes("login_sealed")))
                .list();
    }

    private AccountLogin login(long account, byte[] sealed) {
        try {
            return new AccountLogin(account, credentials.open(sealed), null);
        } catch (SealBroken | CredentialMissing broken) {
            return new AccountLogin(account, Map.of(), broken);
        }
    }

    /** As they are kept: what is read from elsewhere by where it lies. */
    Map<String, String> kept(AccountRow row) {
        return credentials.openKept(row.login());
    }

    AccountRow row(long id) {
        return row(id, "").orElseThrow(() -> unknown(id));
    }

    AccountRow lock(long id) {
        return row(id, "for update").orElseThrow(() -> unknown(id));
    }

    Access.Granted open(AccountRow row) {
        return new Access.Granted(
                credentials.open(row.login()),
                row.token() == null ? null : credentials.openToken(row.token()));
    }

    /** Keeps other credentials; the account is still known by those it came with. */
    void keepLogin(long id, Map<String, String> login) {
        database.sql("update channel_accounts set login_sealed = ? where id = ?")
                .params(credentials.seal(login), id)
                .update();
    }

    private Optional<AccountRow> row(long id, String lock) {
        return database.sql(
                        "select "
                                + AccountRow.COLUMNS
                                + " from channel_accounts where id = ? "
                                + lock)
                .param(id)
                .query(AccountRow::read)
                .optional();
    }

    private static IllegalArgumentException unknown(long id) {
        return new IllegalArgumentException(
                "account: " + id + " (expected: one of channel_accounts)");
    }
}
