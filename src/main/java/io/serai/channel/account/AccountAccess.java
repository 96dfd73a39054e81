package io.serai.channel.account;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.Limit;
import io.serai.channel.SignIn;
import io.serai.channel.account.TokenExchange.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets accounts call: with a token that is kept for its time and renewed ahead of its end. One
 * exchange is in flight for an account over all instances, by the lock of its row, and never are
 * more made in a time than the channel allows: each is counted and committed before it is made. A
 * refusal of the sign-in that all calls use breaks the account; one of some calls' own sign-in
 * leaves the other calls alone, and is tried again after a while. A token that one call was refused
 * with stays until there is another: other calls may be let in with it.
 */
public final class AccountAccess {

    private static final Logger log = LoggerFactory.getLogger(AccountAccess.class);

    private final ChannelAccounts accounts;
    private final EntryBook entries;
    private final TokenExchange exchange;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Map<Long, ReentrantLock> exchanging = new ConcurrentHashMap<>();

    AccountAccess(
            ChannelAccounts accounts,
            EntryBook entries,
            TokenExchange exchange,
            TransactionTemplate ownTransaction,
            Clock clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.exchange = exchange;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Whether the account may make a call now, and with what.
     *
     * @param call its name in the channel's description, which says how it is signed in
     * @throws IllegalArgumentException when there is no such account
     */
    public Access enter(long account, ChannelDefinition channel, String call) {
        SignIn signIn = channel.access().of(call);
        AccountRow row = accounts.row(account);
        Access access = judge(row, signIn, null);
        if (access != null) {
            return access;
        }
        Access.Granted old = valid(row, clock.instant(), null);
        return old != null && one(account).isLocked()
                ? old
                : exchange(account, channel, signIn, null);
    }

    /** The same, for a token that the channel did not take: a newer one, exchanged if need be. */
    public Access renew(long account, ChannelDefinition channel, String rejected) {
        return exchange(account, channel, channel.access().byToken().orElseThrow(), rejected);
    }

    /** A token that was renewed and is rejected again: no exchange helps for a while. */
    public void rejected(long account) {
        log.error("Account {}: the channel rejects even a new token", account);
        ownTransaction.executeWithoutResult(
                status -> {
                    AccountRow row = accounts.lock(account);
                    entries.forgetToken(account);
                    entries.backOff(
                            account, clock.instant().plus(BackOff.after(row.exchangeFailures())));
                });
    }

    private Access exchange(
            long account, ChannelDefinition channel, SignIn signIn, @Nullable String rejected) {
        ReentrantLock one = one(account);
        one.lock();
        try {
            Access counted = ownTransaction.execute(status -> count(account, signIn, rejected));
            if (counted != null) {
                return counted;
            }
            return Objects.requireNonNull(
                    ownTransaction.execute(
                            status -> exchangeLocked(account, channel, signIn, rejected)));
        } finally {
            one.unlock();
        }
    }

    private ReentrantLock one(long account) {
        return exchanging.computeIfAbsent(account, id -> new ReentrantLock());
    }

    /** Counts an exchange that is to be made; gives what there is when none is. */
    private @Nullable Access count(long account, SignIn signIn, @Nullable String rejected) {
        AccountRow row = accounts.lock(account);
        Access known = judge(row, signIn, rejected);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        if (row.exchangeAfter().isAfter(now) && !BackOff.isBeyond(row.exchangeAfter(), now)) {
            return otherwise(row, rejected, row.exchangeAfter(), "the last token exchange failed");
        }
        Limit limit = signIn.exchanges();
        List<Instant> exchanges = new ArrayList<>(row.exchangedWithin(limit.per(), now));
        if (exchanges.size() >= limit.calls()) {
            Instant next = exchanges.get(0).plus(limit.per());
            return otherwise(
                    row, rejected, next, limit.calls() + " token exchanges in " + limit.per());
        }
        exchanges.add(now);
        entries.keepExchanges(account, exchanges);
        return null;
    }

    private Access exchangeLocked(
            long account, ChannelDefinition channel, SignIn signIn, @Nullable String rejected) {
        AccountRow row = accounts.lock(account);
        Access known = judge(row, signIn, rejected);
        if (known != null) {
            List<Instant> spared = new ArrayList<>(row.exchanged());
            spared.remove(spared.size() - 1);
            entries.keepExchanges(account, spared);
            return known;
        }
        Access.Granted login = accounts.open(row);
        Result result =
                exchange.exchange(
                        account, signIn, login.credentials(), channel.deadline().dividedBy(2));
        if (result instanceof Result.Exchanged exchanged) {
            entries.keepToken(account, exchanged.token(), exchanged.expires());
            return new Access.Granted(login.credentials(), exchanged.token());
        }
        String reason = result.reason();
        return result instanceof Result.Denied && signIn.equals(channel.access().signIn())
                ? broken(row, reason)
                : failed(row, rejected, reason);
    }

    private Access broken(AccountRow row, String reason) {
        log.error("Account {} ({}): {}", row.account().id(), row.account().provider(), reason);
        entries.breakOff(row.account().id(), reason);
        return new Access.Broken(reason);
    }

    private Access failed(AccountRow row, @Nullable String rejected, String reason) {
        log.warn("Account {} ({}): {}", row.account().id(), row.account().provider(), reason);
        Instant until = clock.instant().plus(BackOff.after(row.exchangeFailures()));
        entries.backOff(row.account().id(), until);
        return otherwise(row, rejected, until, reason);
    }

    /** What is known without an exchange; null when one is needed. */
    private @Nullable Access judge(AccountRow row, SignIn signIn, @Nullable String rejected) {
        if (row.account().broken()) {
            return new Access.Broken(String.valueOf(row.account().reason()));
        }
        if (signIn.kind() != SignIn.Kind.TOKEN) {
            return accounts.open(row);
        }
        return valid(row, clock.instant().plus(signIn.renewAhead()), rejected);
    }

    /** The old token while it lasts, else the wait for a new one. */
    private Access otherwise(
            AccountRow row, @Nullable String rejected, Instant next, String reason) {
        Access.Granted old = valid(row, clock.instant(), rejected);
        return old != null
                ? old
                : new Access.NotNow(Duration.between(clock.instant(), next), reason);
    }

    private Access.@Nullable Granted valid(
            AccountRow row, Instant until, @Nullable String rejected) {
        if (!row.tokenLasts(until)) {
            return null;
        }
        Access.Granted granted = accounts.open(row);
        return Objects.equals(granted.token(), rejected) ? null : granted;
    }
}
