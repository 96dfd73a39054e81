package io.serai.channel.account;

import io.serai.database.audit.Audit;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the credentials of accounts. They go in and never come out but on the wire. */
public final class CredentialBook {

    /** After the name of a credential that another took the place of. */
    static final String BEFORE = "_previous";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ChannelAccounts accounts;
    private final CredentialSettings settings;
    private final Audit audit;
    private final Clock clock;

    CredentialBook(
            JdbcClient database,
            TransactionTemplate transaction,
            ChannelAccounts accounts,
            CredentialSettings settings,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of an account's credentials. */
    public CredentialState state(long account) {
        Map<String, String> kept = accounts.kept(accounts.row(account));
        return database.sql(
                        """
                        select login_changed_at, login_expires_at, login_before_until, state, state_reason from channel_accounts where id = ?
                        """)
                .param(account)
                .query((row, number) -> CredentialState.read(row, kept))
                .single();
    }

    /**
     * How old an account's credentials are.
     *
     * @param changedAt when they were changed last
     * @param expiresAt when the channel takes them no more; null: nobody said
     * @param reason why the channel does not take them; null while it does
     */
    public record Age(Instant changedAt, @Nullable Instant expiresAt, @Nullable String reason) {}

    /** How old an account's credentials are; nothing is opened for it. */
    public Age age(long account) {
        return database.sql(
                        """
                        select login_changed_at, login_expires_at, case state when 'broken' then coalesce(state_reason, 'refused') end
                          from channel_accounts where id = ?
                        """)
                .param(account)
                .query(
                        (row, number) ->
                                new Age(
                                        row.getTimestamp(1).toInstant(),
                                        instant(row.getTimestamp(2)),
                                        row.getString(3)))
                .single();
    }

    /**
     * Has an account call with these from now on. Those that they take the place of are kept for
     * the overlap as {@code <name>_previous}, where proofs of webhooks look for them. The audit of
     * each hotel that the account serves says so.
     *
     * @param given all that the account is known by, among them
     * @param expiresAt when the channel takes them no more; null: nobody knows
     * @param actor who changes them, as the audit names them
     * @throws org.springframework.dao.DuplicateKeyException where another account has these
     */
    public void change(
            long account, Map<String, String> given, @Nullable Instant expiresAt, String actor) {
        transaction.executeWithoutResult(
                status -> {
                    AccountRow row = accounts.lock(account);
                    Map<String, String> login = new HashMap<>(accounts.kept(row));
                    List<String> replaced = new ArrayList<>();
                    given.forEach(
                            (name, value) -> {
                                String before = login.put(name, value);
                                if (before != null && !before.equals(value)) {
                                    login.put(name + BEFORE, before);
                                    replaced.add(name);
                                }
                            });
                    accounts.changeLogin(account, login, given);
                    note(account, replaced, expiresAt);
                    record(account, actor);
                });
    }

    /** What an earlier change replaced is still to be forgotten, too, when the overlap is over. */
    private void note(long account, List<String> replaced, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        database.sql(
                        """
                        update channel_accounts
                           set login_changed_at = :now, login_expires_at = :expires,
                               login_before = array(select unnest(login_before) union select unnest(cast(:replaced as text[])) order by 1),
                               login_before_until = case when cardinality(cast(:replaced as text[])) > 0 then cast(:until as timestamptz) else login_before_until end
                         where id = :account
                        """)
                .param("now", Timestamp.from(now))
                .param(
                        "expires",
                        expiresAt == null ? null : Timestamp.from(expiresAt),
                        Types.TIMESTAMP)
                .param("replaced", replaced.toArray(String[]::new))
                .param("until", Timestamp.from(now.plus(settings.overlap())))
                .param("account", account)
                .update();
    }

    private void record(long account, String actor) {
        database.sql(
                        """
                        select hotel_id, min(id) from third_party_integrations
                         where account_id = ? and hotel_id is not null and state <> 'disconnected' group by hotel_id order by hotel_id
                        """)
                .param(account)
                .query(
                        (row, number) ->
                                new Audit.Subject(
                                        row.getInt(1), "third_party_integrations", row.getLong(2)))
                .list()
                .forEach(subject -> audit.record(actor, "credentials", subject, null));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
