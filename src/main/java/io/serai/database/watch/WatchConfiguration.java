package io.serai.database.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.database.watch.Watched.Figure;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Has the database asked what every part of Serai wants to show of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchSettings.class)
class WatchConfiguration {

    @Bean
    DatabaseWatch databaseWatch(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<Watched> watched,
            WatchSettings settings,
            MeterRegistry meters,
            Clock clock) {
        return new DatabaseWatch(
                database, transactions, watched.orderedStream().toList(), settings, meters, clock);
    }

    @Bean
    Watched databaseSize() {
        return Watched.seldom(
                "select pg_database_size(current_database()) as size",
                new Figure(
                        "size",
                        "serai.database.size",
                        "bytes",
                        "What the database takes of its disk"));
    }
}
