package io.serai.database.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is asked for what is shown to whoever watches.
 *
 * @param seldom how often for what costs more
 * @param patience how long one answer may take
 */
@ConfigurationProperties("serai.watch")
record WatchSettings(@DefaultValue("5m") Duration seldom, @DefaultValue("5s") Duration patience) {}
