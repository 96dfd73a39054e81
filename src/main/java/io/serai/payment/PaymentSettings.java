package io.serai.payment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments are looked after.
 *
 * @param readFor how long after a departure channels are asked each night how a booking is paid
 * @param lease how long the claim of a charge or refund holds; longer than a gateway takes to
 *     answer
 * @param retries the waits before a charge or refund is sent again whose answer did not come
 * @param keyLasts how long a gateway surely knows what was sent under a key: after that it is not
 *     sent again, and the gateway is asked, or a person looks
 * @param seenAfter how long after it first left a charge or refund without an answer is shown in
 *     the inbox
 * @param foundWithin how long a gateway may take until it finds what it did
 */
@ConfigurationProperties("serai.payments")
record PaymentSettings(
        @DefaultValue("60d") Duration readFor,
        @DefaultValue("2m") Duration lease,
        @DefaultValue({"5s", "30s", "2m", "10m", "1h", "4h"}) List<Duration> retries,
        @DefaultValue("23h") Duration keyLasts,
        @DefaultValue("15m") Duration seenAfter,
        @DefaultValue("1h") Duration foundWithin) {}
