package io.serai.channel.keep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.wire.Answer;
import io.serai.database.DatabaseAddress;
import io.serai.database.Notices;
import io.serai.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerCacheTests {

    private static final Question ROOMS = new Question(7, "products-read", "GET /rooms");
    private static final Question POLICY = new Question(7, "deposit-read", "GET /policy");
    private static final Question OTHERS = new Question(8, "products-read", "GET /rooms");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final AnswerCache cache =
            new AnswerCache(
                    meters, nanos::get, (connection, ports) -> told.add(connection + " " + ports));

    @Test
    void keepsAnAnswerForItsTimeAndNoLonger() {
        keep(cache, ROOMS, Duration.ofMinutes(10));
        keep(cache, POLICY, Duration.ofMinutes(20));

        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        boolean rooms = isKept(ROOMS);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(rooms).isTrue();
        assertThat(isKept(ROOMS)).isFalse();
        assertThat(isKept(POLICY)).isTrue();
        assertThat(asked("true")).isEqualTo(1);
        assertThat(asked("false")).isEqualTo(1);
    }

    @Test
    void dropsOnePortOfAConnectionAndTellsTheOthers() {
        keepAll();

        cache.drop(7, "products-read");

        assertThat(isKept(ROOMS)).isFalse();
        assertThat(isKept(POLICY)).isTrue();
        assertThat(isKept(OTHERS)).isTrue();
        assertThat(told).containsExactly("7 [products-read]");
    }

    @Test
    void dropsAllOfAConnectionWhereSomethingWentWrong() {
        keepAll();

        cache.failed(7);

        assertThat(isKept(ROOMS)).isFalse();
        assertThat(isKept(POLICY)).isFalse();
        assertThat(isKept(OTHERS)).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void dropsInAllInstances() {
        try (Database database = Database.fresh();
                AnnotationConfigApplicationContext here = instance(database);
                AnnotationConfigApplicationContext elsewhere = instance(database)) {
            AnswerCache other = elsewhere.getBean(AnswerCache.class);
            here.getBean(Notices.class).start();
            elsewhere.getBean(Notices.class).start();

            AnswerCache mine = here.getBean(AnswerCache.class);
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                mine.drop(7, "products-read");
                                other.drop(9, "products-read");
                                return other.drops(7) > 1 && mine.drops(9) > 1;
                            });

            keep(mine, OTHERS, Duration.ofHours(1));
            keep(mine, POLICY, Duration.ofHours(1));
            keep(other, ROOMS, Duration.ofHours(1));
            keep(other, POLICY, Duration.ofHours(1));
            keep(other, OTHERS, Duration.ofHours(1));
            mine.drop(7, "products-read");
            await().atMost(Duration.ofSeconds(30)).until(() -> other.find("inn", ROOMS).isEmpty());

            assertThat(other.find("inn", POLICY)).isPresent();
            assertThat(other.find("inn", OTHERS)).isPresent();
            assertThat(mine.find("inn", POLICY)).isPresent();
            assertThat(mine.find("inn", OTHERS)).isPresent();
            elsewhere.publishEvent(new ConnectionFailed(7));
            assertThat(other.find("inn", POLICY)).isEmpty();
        }
    }

    @Test
    void keepsNoAnswerThatWasAskedForBeforeADrop() {
        long before = cache.drops(7);
        long othersBefore = cache.drops(8);

        cache.drop(7, "products-read");
        cache.keep(ROOMS, kept(Duration.ofHours(1)), before);
        cache.keep(OTHERS, kept(Duration.ofHours(1)), othersBefore);

        assertThat(isKept(ROOMS)).isFalse();
        assertThat(isKept(OTHERS)).isTrue();
        cache.dropAll();
        cache.keep(OTHERS, kept(Duration.ofHours(1)), othersBefore);
        assertThat(isKept(OTHERS)).isFalse();
    }

    private static void keep(AnswerCache cache, Question question, Duration time) {
        cache.keep(question, kept(time), cache.drops(question.connection()));
    }

    private static AnnotationConfigApplicationContext instance(Database database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.engine()));
        context.registerBean(
                DatabaseAddress.class, () -> new DatabaseAddress(database.url(), "postgres", ""));
        context.registerBean("flywayInitializer", Object.class, Object::new);
        context.register(Notices.class, KeepConfiguration.class);
        context.refresh();
        return context;
    }

    private void keepAll() {
        keep(cache, ROOMS, Duration.ofHours(1));
        keep(cache, POLICY, Duration.ofHours(1));
        keep(cache, OTHERS, Duration.ofHours(1));
    }

    private boolean isKept(Question question) {
        return cache.find("inn", question).isPresent();
    }

    private double asked(String found) {
        return meters.counter(
                        "serai.kept.asked",
                        "channel",
                        "inn",
                        "port",
                        "products-read",
                        "found",
                        found)
                .count();
    }

    private static Kept kept(Duration time) {
        return new Kept(new Answer(200, null, "<rooms/>".getBytes(UTF_8)), new Header[0], time);
    }
}
