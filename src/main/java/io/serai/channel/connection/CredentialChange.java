package io.serai.channel.connection;

import io.serai.channel.account.CredentialBook;
import io.serai.channel.account.CredentialMissing;
import io.serai.channel.account.TrialAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exchanges an account's credentials once the channel let the hotel in with the new ones. */
@Component
public class CredentialChange {

    private final CredentialBook book;
    private final TrialAccounts trials;
    private final CredentialTrial trial;
    private final JdbcClient engine;

    CredentialChange(
            CredentialBook book, TrialAccounts trials, CredentialTrial trial, JdbcClient engine) {
        this.book = book;
        this.trials = trials;
        this.trial = trial;
        this.engine = engine;
    }

    /**
     * The hotels that an account serves: whoever exchanges its credentials administers them all.
     */
    public List<Long> served(long account) {
        return engine.sql(
                        """
                        select distinct hotel_id::bigint from third_party_integrations
                         where account_id = ? and hotel_id is not null and state <> 'disconnected'
                        """)
                .param(account)
                .query(Long.class)
                .list();
    }

    /**
     * Tries others for a connection, and has its account call with them from then on.
     *
     * @param actor who does it, as the audit names them
     * @throws ConnectionRefused when the channel does not take them, with its words; nothing is
     *     changed then
     * @throws DuplicateKeyException when they are those of another account
     */
    public void change(
            int connection,
            long account,
            Map<String, String> given,
            @Nullable Instant expiresAt,
            String actor) {
        CredentialTrial.Answer answer;
        try {
            long tried = trials.make(account, given);
            try {
                answer = trial.of(connection, tried);
            } finally {
                trials.drop(tried);
            }
        } catch (CredentialMissing missing) {
            throw new ConnectionRefused(String.valueOf(missing.getMessage()));
        }
        if (!answer.works()) {
            throw new ConnectionRefused(
                    "credentials: "
                            + (answer.words() == null ? "refused" : answer.words())
                            + " (expected: such that the channel lets this hotel in)");
        }
        book.change(account, given, expiresAt, actor);
    }
}
