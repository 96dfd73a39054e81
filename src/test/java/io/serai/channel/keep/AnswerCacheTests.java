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
    private final AtomicLong told = new AtomicLong();
    private final AnswerCache cache = new AnswerCache(meters, nanos::get, told::incrementAndGet);

    @Test
    void keepsAnAnswerForItsTimeAndNoLonger() {
        cache.keep(ROOMS, kept(Duration.ofMinutes(10)));
        cache.keep(POLICY, kept(Duration.ofMinutes(20)));

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
        assertThat(told).hasValue(1);
    }

    @Test
    void dropsAllOfAConnectionWhereSomethingWentWrong() {
        keepAll();

        cache.failed(7);

        assertThat(isKept(ROOMS)).isFalse();
        assertThat(isKept(POLICY)).isFalse();
        assertThat(isKept(OTHERS)).isTrue();
        assertThat(told).hasValue(0);
    }

    @Test
    void dropsInAllInstances() {
        try (Database database = Database.fresh();
                AnnotationConfigApplicationContext here = instance(database);
                AnnotationConfigApplicationContext elsewhere = instance(database)) {
            AnswerCache other = elsewhere.getBean(AnswerCache.class);
            here.getBean(Notices.class).start();
            elsewhere.getBean(Notices.class).start();

            other.keep(ROOMS, kept(Duration.ofHours(1)));
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                here.getBean(AnswerCache.class).drop(7, "products-read");
                                return other.find("inn", ROOMS).isEmpty();
                            });

            other.keep(ROOMS, kept(Duration.ofHours(1)));
            elsewhere.publishEvent(new ConnectionFailed(7));
            assertThat(other.find("inn", ROOMS)).isEmpty();
        }
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
        cache.keep(ROOMS, kept(Duration.ofHours(1)));
        cache.keep(POLICY, kept(Duration.ofHours(1)));
        cache.keep(OTHERS, kept(Duration.ofHours(1)));
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
