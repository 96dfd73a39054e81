package io.serai.reservation.action;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient we are with channels that took an action.
 *
 * @param toldWithin how long a channel may take to tell what became of the reservation, before
 *     somebody hears of it
 * @param readAfter how long after the answer a reservation is read again whose channel tells
 *     nothing by itself
 * @param awaitedFor how long it is looked for at all
 */
@ConfigurationProperties("serai.actions")
record ActionSettings(
        @DefaultValue("2h") Duration toldWithin,
        @DefaultValue("1m") Duration readAfter,
        @DefaultValue("30d") Duration awaitedFor) {}
