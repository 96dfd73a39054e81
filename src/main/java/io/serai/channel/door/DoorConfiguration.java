package io.serai.channel.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.serai.channel.Channels;
import io.serai.channel.account.AccountAccess;
import io.serai.channel.account.AccountSecrets;
import io.serai.channel.account.CallsLetIn;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.keep.AnswerCache;
import io.serai.channel.limit.CallLimits;
import io.serai.channel.wire.CallLog;
import io.serai.channel.wire.Wire;
import io.serai.vault.CardVault;
import io.serai.vault.SealedOriginals;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the door under Camel's http and https components. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    CardsOut cardsOut(CardVault vault) {
        return new CardsOut(vault);
    }

    @Bean
    CallingHotels callingHotels(JdbcClient jdbc) {
        return new CallingHotels(jdbc);
    }

    @Bean
    DoorUnderCamel doorUnderCamel(
            Channels channels,
            ChannelAccounts accounts,
            AccountAccess access,
            CallsLetIn calls,
            CallLimits limits,
            CallingHotels hotels,
            AnswerCache answers,
            Wire wire,
            SealedOriginals originals,
            CardsOut cards,
            AccountSecrets secrets,
            CallLog log,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Clock> clocks,
            ObjectProvider<Tracer> tracers) {
        Door door =
                new Door(
                        channels,
                        accounts,
                        access,
                        calls,
                        new CallTurns(limits, hotels),
                        new KeptAnswers(answers),
                        wire,
                        new SecretsOut(secrets),
                        new Incoming(originals, cards),
                        new CallRecords(
                                log,
                                clocks.getIfAvailable(Clock::systemUTC),
                                tracers.getIfAvailable(() -> TracerProvider.noop().get("none"))),
                        new CallMeters(meters.getIfAvailable(SimpleMeterRegistry::new)));
        return new DoorUnderCamel(door, wire);
    }
}
