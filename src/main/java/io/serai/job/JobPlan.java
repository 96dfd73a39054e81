package io.serai.job;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A job as its route says it.
 *
 * @param name by which it is called: that of its endpoint, {@code job:<name>}
 * @param does what it does, in the words of its route
 * @param cron when it is due, as Quartz's cron expression
 * @param zone the time zone of that; null: each hotel's own, and one run for the hotels of each
 */
record JobPlan(String name, String does, String cron, @Nullable ZoneId zone) {}
