package io.serai.delivery.inbox;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import io.serai.delivery.ParkingSlip.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many messages of each kind are parked, and since when the oldest. */
@Configuration(proxyBeanMethods = false)
class InboxFigures {

    @Bean
    Watched parkedFigures() {
        return new Watched(
                false,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select k.kind, count(p.id) as parked, coalesce(extract(epoch from now() - min(p.first_at)), 0) as oldest
                                          from unnest(:kinds::text[]) k (kind) left join parked_messages p on p.kind = k.kind and p.state = 'parked'
                                         group by k.kind
                                        """)
                                .param(
                                        "kinds",
                                        Stream.of(Kind.values())
                                                .map(Kind::stored)
                                                .toArray(String[]::new)),
                List.of(
                        Figure.of("parked", "serai.parked.now", "Messages that are parked"),
                        Figure.seconds(
                                "oldest",
                                "serai.parked.oldest",
                                "How long the oldest of them is parked; 0: none")));
    }
}
