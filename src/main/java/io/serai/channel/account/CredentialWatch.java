package io.serai.channel.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells of credentials that are old or end soon, once each; forgets those of before, and trials.
 */
public final class CredentialWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialWatch.class);

    private final JdbcClient database;
    private final CredentialOverlap overlap;
    private final CredentialSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    CredentialWatch(
            JdbcClient database,
            CredentialOverlap overlap,
            CredentialSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.database = database;
        this.overlap = overlap;
        this.settings = settings;
        this.meters = meters;
        meters.counter(AccountStops.COUNTER, "what", "credentials");
        this.clock = clock;
    }

    private record Due(long account, String provider, String words) {}

    /** Looks once. */
    public void look() {
        overlap.end();
        database.sql(
                        "delete from channel_accounts where state = 'trial' and created_at < now() - interval '1 hour'")
                .update();
        Instant now = clock.instant();
        due("login_old_alarmed_at", "login_changed_at", now.minus(settings.oldAfter()));
        due("login_end_alarmed_at", "login_expires_at", now.plus(settings.endsAhead()));
    }

    /** Each cause is told of once: credentials that are old may still end one day. */
    private void due(String told, String since, Instant before) {
        database.sql(
                        """
                        update channel_accounts a set %1$s = now()
                         where %1$s is null and state <> 'trial' and %2$s <= ?
                           and exists (select from third_party_integrations c where c.account_id = a.id and c.state <> 'disconnected')
                        returning id, provider, 'Credentials last changed on ' || (login_changed_at at time zone 'UTC')::date
                                  || coalesce(', which end on ' || (login_expires_at at time zone 'UTC')::date, '')
                                  || ': get new ones from the channel and enter them' as words
                        """
                                .formatted(told, since))
                .param(Timestamp.from(before))
                .query((row, number) -> new Due(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(this::tell);
    }

    private void tell(Due due) {
        LOG.warn("Account {} ({}): {}", due.account(), due.provider(), due.words());
        meters.counter(AccountStops.COUNTER, "what", "credentials").increment();
        database.sql(
                        """
                        insert into alarms (hotel_id, connection_id, what, words)
                        select hotel_id, id, 'credentials', ? from third_party_integrations
                         where account_id = ? and hotel_id is not null and state <> 'disconnected'
                        """)
                .params(due.words(), due.account())
                .update();
    }
}
