package io.serai.job;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are run. When each is due stands beside it in its route, as a setting {@code
 * serai.jobs.<name>.at}.
 *
 * @param zone the time zone of jobs that are for all hotels
 * @param workers jobs that this instance runs at the same time
 * @param checkIn how often an instance tells the others that it lives; about eight seconds after it
 *     missed one, what it was about to run is run by another
 */
@ConfigurationProperties("serai.jobs")
record JobSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("4") int workers,
        @DefaultValue("5s") Duration checkIn) {}
