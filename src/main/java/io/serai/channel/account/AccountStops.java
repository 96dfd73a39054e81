package io.serai.channel.account;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Stops accounts that their channel does not let in: the door holds back every call of theirs, with
 * the channel's words, until their credentials change or somebody asks to try again.
 */
final class AccountStops {

    private static final Logger LOG = LoggerFactory.getLogger(AccountStops.class);

    static final String COUNTER = "serai.accounts.alerts";

    private final ChannelAccounts accounts;
    private final EntryBook entries;
    private final MeterRegistry meters;

    AccountStops(ChannelAccounts accounts, EntryBook entries, MeterRegistry meters) {
        this.accounts = accounts;
        this.entries = entries;
        this.meters = meters;
        meters.counter(COUNTER, "what", "stopped");
    }

    /** Alerts once, however many of its calls are answered so. */
    @EventListener
    public void stop(AccountStopped stopped) {
        if (accounts.find(stopped.account()).filter(account -> !account.broken()).isPresent()) {
            entries.breakOff(stopped.account(), stopped.words());
            meters.counter(COUNTER, "what", "stopped").increment();
            LOG.error("Account {} is stopped: {}", stopped.account(), stopped.words());
        }
    }
}
