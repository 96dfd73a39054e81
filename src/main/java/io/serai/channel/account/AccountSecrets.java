package io.serai.channel.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Credentials that an account gets while it works: told by its channel, or made for it. They are
 * sealed with the others, and an account is still known by those it came with.
 */
public final class AccountSecrets {

    private static final String BEFORE = "_previous";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChannelAccounts accounts;
    private final TransactionTemplate transaction;

    AccountSecrets(ChannelAccounts accounts, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Keeps a credential; the one it takes the place of is kept, too, as {@code <name>_previous}.
     * Committed when this returns.
     */
    public void learn(long account, String name, String value) {
        transaction.executeWithoutResult(
                status -> {
                    AccountRow row = accounts.lock(account);
                    Map<String, String> login = new HashMap<>(accounts.kept(row));
                    String before = login.put(name, value);
                    if (before != null && !before.equals(value)) {
                        login.put(name + BEFORE, before);
                    }
                    accounts.keepLogin(account, login);
                });
    }

    /** Makes a credential, by chance, where the account has none of the name. */
    public void ensure(@Header("Serai-Account") long account, String name) {
        if (!accounts.kept(accounts.row(account)).containsKey(name)) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            learn(account, name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }
}
