package io.serai.channel.wire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which calls that came in are remembered.
 *
 * @param strangers refused calls of strangers a second, at most; all others are
 */
@ConfigurationProperties("serai.calls-in")
record CallsInSettings(@DefaultValue("50") int strangers) {}
