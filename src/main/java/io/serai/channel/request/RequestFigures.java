package io.serai.channel.request;

import io.serai.database.watch.Watched;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hotels asked of channels and is not settled. */
@Configuration(proxyBeanMethods = false)
class RequestFigures {

    @Bean
    Watched requestsWaiting() {
        return Watched.work(
                """
                select 'requests' as work, count(*) as waiting, greatest(coalesce(extract(epoch from now() - min(greatest(next_try_at, until))), 0), 0) as late
                  from channel_requests where settled_at is null
                """);
    }
}
