package io.serai.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.reservation.History.Newness;
import io.serai.reservation.History.Past;
import io.serai.reservation.IncomingReservation.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTests {

    private static final Instant NOON = Instant.parse("2027-05-01T12:00:00Z");
    private static final Delivery PUSHED = new Delivery.Pushed();

    @Test
    void takesACancellationThoughTheChannelsClockWentBackMeanwhile() {
        var changed = new History(List.of(past(Kind.NEW, 0, false), past(Kind.MODIFY, 9, false)));

        assertThat(changed.judge(Kind.CANCEL, minute(2), PUSHED)).isEqualTo(Newness.NEW);
        assertThat(changed.judge(Kind.MODIFY, minute(2), PUSHED)).isEqualTo(Newness.OUTDATED);
    }

    @Test
    void takesNothingAgainThatWasToldBeforeTheCancellation() {
        var cancelled =
                new History(
                        List.of(
                                past(Kind.NEW, 0, false),
                                past(Kind.MODIFY, 9, true),
                                past(Kind.CANCEL, 2, false)));

        assertThat(cancelled.judge(Kind.MODIFY, minute(9), PUSHED)).isEqualTo(Newness.OUTDATED);
    }

    private static Past past(Kind kind, int minute, boolean same) {
        return new Past(same, false, true, kind, NOON, minute(minute));
    }

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
