package io.serai;

import io.serai.channel.ChannelUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The settings below {@code serai.sandbox}.
 *
 * @param enabled whether the stand-ins run in Serai's process; not set: if Serai's database is its
 *     own
 * @param port at which the first of them answers
 * @param expediaPort at which the stand-in of Expedia answers
 * @param url where the first of them answers, on this machine; not set: where they run in Serai's
 *     process
 * @param expediaUrl where the stand-in of Expedia answers, likewise
 */
@ConfigurationProperties("serai.sandbox")
record SandboxSettings(
        @Nullable Boolean enabled,
        @DefaultValue("8181") int port,
        @DefaultValue("8182") int expediaPort,
        @Nullable String url,
        @Nullable String expediaUrl) {

    SandboxSettings {
        demandHere("serai.sandbox.url", url);
        demandHere("serai.sandbox.expedia-url", expediaUrl);
    }

    /** Whoever reaches their control face may do anything there: it has no sign-in. */
    private static void demandHere(String setting, @Nullable String url) {
        if (StringUtils.hasText(url)
                && (url.startsWith("https:") || ChannelUrl.refusal(url) != null)) {
            throw new IllegalArgumentException(
                    setting
                            + ": '"
                            + url
                            + "' (expected: http and an address of this machine, as"
                            + " http://localhost:8181)");
        }
    }

    /** Where one of the stand-ins answers, from 1; null: nobody says. */
    @Nullable String url(int standIn) {
        String told = standIn == 1 ? url : expediaUrl;
        return StringUtils.hasText(told) ? told.strip().replaceFirst("/+$", "") : null;
    }
}
