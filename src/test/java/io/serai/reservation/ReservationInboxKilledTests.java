package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.serai.testing.Kill;
import io.serai.vault.CardVault;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationInboxKilledTests {

    private final TestHotel hotel = new TestHotel();

    @Test
    void leavesNothingBehindWhereverTakingABookingIsKilled() {
        hotel.told(5, 4, Instant.now().minusSeconds(600));

        var kills = killAtEveryStep(booking("1").card(card()));

        assertThat(kills).isGreaterThan(10);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
        assertThat(hotel.held()).containsExactly("4", "4", "5", "5");
    }

    @Test
    void leavesTheBookingAsItWasWhereverTakingAChangeOrACancellationIsKilled() {
        hotel.take(booking("1").card(card()));

        killAtEveryStep(booking("1").changed().nights(1, 3));
        killAtEveryStep(cancellation("1"));

        assertThat(hotel.status("1")).isEqualTo("cancelled");
        assertThat(hotel.revisions("1")).isEqualTo(3);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void knowsWhatItTookWhenItIsKilledBetweenTheCommitAndTheWordOfThanks() {
        var killed = catchThrowable(() -> Kill.afterCommit(() -> hotel.take(booking("1"))));

        var receipt = hotel.take(booking("1"));

        assertThat(killed).isNotNull();
        assertThat(receipt).isEqualTo(Receipt.REPEATED);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    /** Takes the message at last; returns at how many steps it was killed before. */
    private int killAtEveryStep(Message message) {
        var before = everything();
        for (int step = 1; ; step++) {
            var n = step;
            var killed = catchThrowable(() -> Kill.beforeStep(n, () -> hotel.take(message)));
            if (killed == null) {
                assertThat(everything()).isNotEqualTo(before);
                return step - 1;
            }
            assertThat(killed).as("step %s", n).hasStackTraceContaining("Killed");
            assertThat(everything()).as("killed at step %s", n).isEqualTo(before);
        }
    }

    private String everything() {
        return hotel.one(
                """
                with told as (
                    select 1 as part, (to_jsonb(r) - 'id')::text as said from reservations r where account_id = %1$s
                    union all select 2, count(*)::text from reservation_revisions where account_id = %1$s
                    union all select 3, n::text from room_nights n where hotel_id = %2$s and sold > 0
                    union all select 4, n::text from reservation_nights n where hotel_id = %2$s
                    union all select 5, count(*)::text from guests where hotel_id = %2$s
                    union all select 6, p::text from ota_payments p where hotel_id = %2$s
                    union all select 7, n::text from held_nights n where hotel_id = %2$s
                    union all select 8, count(*)::text from card_reservations where hotel_id = %2$s
                    union all select 9, count(*)::text from marks where hotel_id = %2$s
                    union all select 10, count(*)::text from audit where hotel_id = %2$s)
                select string_agg(said, ' ' order by part, said) from told
                """
                        .formatted(hotel.account, hotel.hotel));
    }

    private String card() {
        return TestSerai.bean(CardVault.class)
                .put(hotel.account, Map.of("CardNumber", "4111111111111111"))
                .token()
                .orElseThrow()
                .value();
    }
}
