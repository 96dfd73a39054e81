package io.serai.reservation.guest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is known of guests is kept, where a hotel says nothing else.
 *
 * @param people after departure (after arrival, where it was cancelled), until people are erased; a
 *     hotel may say otherwise
 * @param calls after a channel's call was worked off, until its text goes
 * @param settled after a parked message was settled, until its line goes
 * @param reveals after somebody was shown a card, until the leave's line goes; the audit stays
 * @param sweep how long after an erasure what comes again is looked for
 * @param atOnce bookings erased in one run
 */
@ConfigurationProperties("serai.retention")
public record RetentionSettings(
        @DefaultValue("1095d") Duration people,
        @DefaultValue("30d") Duration calls,
        @DefaultValue("400d") Duration settled,
        @DefaultValue("400d") Duration reveals,
        @DefaultValue("60d") Duration sweep,
        @DefaultValue("5000") int atOnce) {}
