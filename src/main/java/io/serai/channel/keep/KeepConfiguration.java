package io.serai.channel.keep;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.database.Notices;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what keeps answers, and tells it what goes on elsewhere. */
@Configuration(proxyBeanMethods = false)
class KeepConfiguration {

    private static final String NOTICE = "serai_kept";

    @Bean
    AnswerCache answerCache(
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Notices> notices,
            JdbcClient jdbc) {
        UUID here = UUID.randomUUID();
        AnswerCache cache =
                new AnswerCache(
                        meters.getIfAvailable(SimpleMeterRegistry::new),
                        Ticker.systemTicker(),
                        (connection, ports) ->
                                jdbc.sql("select pg_notify(?, ?)")
                                        .params(
                                                NOTICE,
                                                new DropNotice(here, connection, ports).text())
                                        .query(String.class)
                                        .single());
        notices.ifAvailable(all -> all.hear(NOTICE, text -> heard(cache, here, text)));
        return cache;
    }

    private static void heard(AnswerCache cache, UUID here, String text) {
        DropNotice.of(text)
                .ifPresentOrElse(
                        drop -> {
                            if (!drop.from().equals(here)) {
                                cache.dropHere(drop.connection(), drop.ports());
                            }
                        },
                        cache::dropAll);
    }

    @Bean
    Failures keptFailures(AnswerCache cache) {
        return new Failures(cache);
    }

    /** Hears of connections where something went wrong. */
    record Failures(AnswerCache cache) {

        @EventListener
        void failed(ConnectionFailed failed) {
            cache.failed(failed.connection());
        }
    }
}
