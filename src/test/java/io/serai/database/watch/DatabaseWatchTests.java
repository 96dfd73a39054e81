package io.serai.database.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.database.watch.Watched.Figure;
import io.serai.testing.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class DatabaseWatchTests {

    private final Database database = Database.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2027-02-01T10:00:00Z");
    private final InstantSource time = () -> now;
    private final DatabaseWatch watch =
            new DatabaseWatch(
                    owner,
                    new JdbcTransactionManager(database.owner()),
                    List.of(
                            Watched.often(
                                    "select floor as channel, guests, null::int as lifts from house",
                                    Figure.of("guests", "house.guests", "Guests of a floor"),
                                    Figure.of("lifts", "house.lifts", "Lifts")),
                            Watched.often(
                                    "select pg_sleep(case when count(*) = 0 then 0 else 3 end)::text as slept, 1 as one from cellar group by ()",
                                    Figure.of("one", "house.cellar", "Whether there is one")),
                            Watched.seldom(
                                    "select sum(guests) as guests from house",
                                    Figure.of("guests", "house.full", "All guests"))),
                    new WatchSettings(Duration.ofMinutes(5), Duration.ofSeconds(1)),
                    meters,
                    clock());

    private Clock clock() {
        return time.withZone(ZoneOffset.UTC);
    }

    @BeforeEach
    void aHouseOfTwoFloors() {
        owner.sql("create table house (floor text, guests int)").update();
        owner.sql("create table cellar (shelf text)").update();
        owner.sql("insert into house values ('first', 3), ('second', 5)").update();
        watch.look();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsARowByItsTagsAndForgetsItWhenItIsGone() {
        assertThat(guests("first").value()).isEqualTo(3);
        assertThat(guests("second").value()).isEqualTo(5);
        assertThat(meters.find("house.lifts").gauges()).isEmpty();
        Gauge before = guests("first");

        owner.sql("delete from house where floor = 'second'").update();
        owner.sql("update house set guests = 4").update();
        watch.look();

        assertThat(guests("first")).isSameAs(before);
        assertThat(before.value()).isEqualTo(4);
        assertThat(guests("second")).isNull();
    }

    @Test
    void asksForWhatCostsMoreSeldom() {
        owner.sql("update house set guests = 10").update();

        watch.look();
        double soon = meters.get("house.full").gauge().value();
        now = now.plus(Duration.ofMinutes(6));
        watch.look();

        assertThat(soon).isEqualTo(8);
        assertThat(meters.get("house.full").gauge().value()).isEqualTo(20);
    }

    @Test
    void showsNothingOldOfWhatIsNotAnsweredInTimeAndGoesOnWithTheRest() {
        owner.sql("insert into cellar values ('wine')").update();
        owner.sql("update house set guests = 7").update();
        now = now.plus(Duration.ofSeconds(90));

        watch.look();

        assertThat(meters.find("house.cellar").gauge()).isNull();
        assertThat(guests("first").value()).isEqualTo(7);
        assertThat(meters.get("serai.watch.age").gauge().value()).isEqualTo(90);

        owner.sql("delete from cellar").update();
        watch.look();
        assertThat(meters.get("house.cellar").gauge().value()).isEqualTo(1);
        assertThat(meters.get("serai.watch.age").gauge().value()).isZero();
    }

    private Gauge guests(String floor) {
        return meters.find("house.guests").tag("channel", floor).gauge();
    }
}
