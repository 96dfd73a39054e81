package io.serai.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are made.
 *
 * @param workers connections served at the same time by this instance
 * @param lease how long a claim lasts unless it is renewed, at least
 * @param margin what a lease is longer than a call's deadline, so that the answer is recorded under
 *     the claim
 * @param marks the most marks looked at in one round
 * @param isolating how many parts of refused messages are sent again before what changed meanwhile
 *     is looked at
 * @param bulk above so many messages a round is bulk: it tells all of a hotel
 * @param probe how often a connection is tried whose ladder of retries has ended
 * @param notice the shortest time between two wake-ups of other instances
 * @param rest how long a connection is left alone after a round in which nothing was to be told
 */
@ConfigurationProperties("serai.delivery")
record DeliverySettings(
        @DefaultValue("16") int workers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10s") Duration margin,
        @DefaultValue("20000") int marks,
        @DefaultValue("50") int isolating,
        @DefaultValue("24") int bulk,
        @DefaultValue("1h") Duration probe,
        @DefaultValue("20ms") Duration notice,
        @DefaultValue("250ms") Duration rest) {

    /** How long a claim on the connection lasts: at least a call's deadline, and the margin. */
    Duration lease(Connection connection) {
        Duration call = connection.channel().definition().deadline().plus(margin);
        return call.compareTo(lease) > 0 ? call : lease;
    }
}
