package io.serai;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code serai.sandbox}.
 *
 * @param enabled whether the stand-ins run in Serai's process; not set: if Serai's database is its
 *     own
 * @param port at which the first of them answers
 * @param expediaPort at which the stand-in of Expedia answers
 */
@ConfigurationProperties("serai.sandbox")
record SandboxSettings(
        @Nullable Boolean enabled,
        @DefaultValue("8181") int port,
        @DefaultValue("8182") int expediaPort) {

    /** The port of one of the stand-ins, from 1. */
    int port(int standIn) {
        return standIn == 1 ? port : expediaPort;
    }
}
