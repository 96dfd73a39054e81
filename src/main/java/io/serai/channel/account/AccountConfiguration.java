package io.serai.channel.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Wire;
import io.serai.database.audit.Audit;
import io.serai.vault.KeyedHash;
import io.serai.vault.Sealer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what channel accounts sign in with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialSettings.class)
class AccountConfiguration {

    @Bean
    Credentials credentials(Sealer sealer, KeyedHash hash, CredentialSettings settings) {
        return new Credentials(
                sealer, hash, new CredentialSources(settings.directory(), System::getenv));
    }

    @Bean
    ChannelAccounts channelAccounts(JdbcClient database, Credentials credentials) {
        return new ChannelAccounts(database, credentials);
    }

    @Bean
    EntryBook entryBook(JdbcClient database, Credentials credentials) {
        return new EntryBook(database, credentials);
    }

    @Bean
    TrialAccounts trialAccounts(
            JdbcClient database, ChannelAccounts accounts, Credentials credentials) {
        return new TrialAccounts(database, accounts, credentials);
    }

    @Bean
    CredentialBook credentialBook(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ChannelAccounts accounts,
            CredentialSettings settings,
            Audit audit,
            ObjectProvider<Clock> clocks) {
        return new CredentialBook(
                database,
                new TransactionTemplate(transactions),
                accounts,
                settings,
                audit,
                clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    CredentialOverlap credentialOverlap(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ChannelAccounts accounts,
            ObjectProvider<Clock> clocks) {
        return new CredentialOverlap(
                database,
                new TransactionTemplate(transactions),
                accounts,
                clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    CredentialWatch credentialWatch(JdbcClient database, CredentialOverlap overlap) {
        return new CredentialWatch(database, overlap);
    }

    @Bean
    CredentialAges credentialAges(
            JdbcClient database, CredentialSettings settings, ObjectProvider<Clock> clocks) {
        return new CredentialAges(database, settings, clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    AccountStops accountStops(ChannelAccounts accounts, EntryBook entries, MeterRegistry meters) {
        return new AccountStops(accounts, entries, meters);
    }

    @Bean
    AccountSecrets accountSecrets(
            ChannelAccounts accounts, PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new AccountSecrets(accounts, own);
    }

    @Bean
    CallsLetIn callsLetIn(ObjectProvider<Clock> clocks) {
        return new CallsLetIn(clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    AccountAccess accountAccess(
            ChannelAccounts accounts,
            EntryBook entries,
            Wire wire,
            CallLog log,
            PlatformTransactionManager transactions,
            ObjectProvider<Clock> clocks) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new AccountAccess(
                accounts, entries, new TokenExchange(wire, log, clock), own, clock);
    }
}
