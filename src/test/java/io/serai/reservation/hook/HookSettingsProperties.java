package io.serai.reservation.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HookSettingsProperties {

    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(2));

    @Property
    void waitsAFifthMoreOrLessThanTheLadderSaysAndAsLongAsItIsAskedTo(
            @ForAll @IntRange(min = 1, max = 3) int tries,
            @ForAll @IntRange(max = 200_000) int wished) {
        Duration rung = RETRIES.get(tries - 1);
        Duration asked = Duration.ofSeconds(wished);

        Duration pause = settings(Duration.ofMinutes(1)).pause(tries, asked);

        Duration most = Duration.ofDays(1);
        Duration theirs = asked.compareTo(most) > 0 ? most : asked;
        assertThat(pause).isGreaterThanOrEqualTo(theirs);
        if (theirs.compareTo(rung.multipliedBy(8).dividedBy(10)) <= 0) {
            assertThat(pause)
                    .isBetween(
                            rung.multipliedBy(8).dividedBy(10),
                            rung.multipliedBy(12).dividedBy(10));
        }
    }

    @Example
    void endsAfterTheLastWait() {
        HookSettings settings = settings(Duration.ofMinutes(1));

        assertThat(settings.isLast(3)).isFalse();
        assertThat(settings.isLast(4)).isTrue();
    }

    @Example
    void wantsALeaseThatOutlastsACall() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(20)))
                .hasMessage(
                        "serai.hooks.lease: PT20S (expected: more than serai.hooks.deadline, PT20S)");
    }

    private static HookSettings settings(Duration lease) {
        return new HookSettings(
                8,
                2,
                Duration.ofSeconds(20),
                lease,
                RETRIES,
                Duration.ofDays(1),
                Duration.ofDays(1),
                false,
                Duration.ofDays(30));
    }
}
