package io.serai.channel.account;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credentials are kept fresh.
 *
 * @param directory where files lie that credentials may be read from; none: they are read from none
 * @param overlap how long the ones before are kept after a change
 * @param oldAfter the age from which on they are told of
 * @param endsAhead how long before their end they are told of
 */
@ConfigurationProperties("serai.credentials")
public record CredentialSettings(
        @Nullable Path directory,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("90d") Duration oldAfter,
        @DefaultValue("14d") Duration endsAhead) {}
