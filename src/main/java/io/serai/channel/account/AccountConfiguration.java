package io.serai.channel.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Wire;
import io.serai.vault.KeyedHash;
import io.serai.vault.Sealer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what channel accounts sign in with. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    ChannelAccounts channelAccounts(JdbcClient database, Sealer sealer, KeyedHash hash) {
        return new ChannelAccounts(database, new Credentials(sealer, hash));
    }

    @Bean
    AccountStops accountStops(ChannelAccounts accounts, MeterRegistry meters) {
        return new AccountStops(accounts, meters);
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
            Wire wire,
            CallLog log,
            PlatformTransactionManager transactions,
            ObjectProvider<Clock> clocks) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new AccountAccess(accounts, new TokenExchange(wire, log, clock), own, clock);
    }
}
