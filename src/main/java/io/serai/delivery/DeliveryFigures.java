package io.serai.delivery;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far channels are behind, and in which state connections are. */
@Configuration(proxyBeanMethods = false)
class DeliveryFigures {

    @Bean
    Watched unsentChanges() {
        return Watched.often(
                """
                select c.provider as channel, count(m.since) as behind, sum(m.marks) as marks,
                       coalesce(max(extract(epoch from clock_timestamp() - m.since)), 0) as oldest
                  from third_party_integrations c
                 cross join lateral (select count(*) as marks, min(at) as since from marks where connection_id = c.id) m
                 where c.is_enabled and c.status = 'active' and c.state in ('open', 'broken')
                 group by c.provider
                """,
                Figure.seconds(
                        "oldest",
                        "serai.delivery.unsent.age",
                        "How long the oldest change waits that a channel has not accepted, of connections that nobody paused; 0: none"),
                Figure.of(
                        "behind",
                        "serai.delivery.unsent.connections",
                        "Connections with changes that wait"),
                Figure.of("marks", "serai.delivery.marks", "Changes that wait"));
    }

    @Bean
    Watched connectionStates() {
        return Watched.often(
                """
                select c.provider as channel,
                       case when not c.is_enabled or c.status <> 'active' then 'paused'
                            when c.state <> 'open' then c.state
                            when k.held_since is not null then 'held'
                            else 'open' end as state,
                       count(*) as connections
                  from third_party_integrations c left join claims k on k.connection_id = c.id
                 where c.state <> 'disconnected'
                 group by 1, 2
                """,
                Figure.of(
                        "connections",
                        "serai.delivery.connections",
                        "Connections by state; held: its retries ended, and it is tried hourly; broken: it waits for a person"));
    }
}
