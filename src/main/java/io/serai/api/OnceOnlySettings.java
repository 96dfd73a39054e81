package io.serai.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long requests are known again.
 *
 * @param keep how long an answer is kept under its Idempotency-Key
 */
@ConfigurationProperties("serai.idempotency")
record OnceOnlySettings(@DefaultValue("24h") Duration keep) {}
