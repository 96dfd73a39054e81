package io.serai.reservation.hook;

import io.serai.database.watch.Watched;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hotels' systems are still to be told. */
@Configuration(proxyBeanMethods = false)
class HookFigures {

    /** By how much it is late is the receivers' doing, and means nothing. */
    @Bean
    Watched hookDeliveriesWaiting() {
        return Watched.work(
                "select 'hooks' as work, count(*) as waiting, null::float8 as late from hook_deliveries where state = 'waiting'");
    }
}
