package io.serai.console.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelledTotalTests {

    @Test
    void findsTheFeeWhereverAChannelNamesIt() {
        assertThat(CancelledTotal.words(cancellation("80.00", null), "EUR"))
                .isEqualTo("fee kept for the cancellation");
        assertThat(CancelledTotal.words(cancellation("0.00", "80"), "EUR"))
                .isEqualTo("fee kept for the cancellation: EUR 80.00");
        assertThat(CancelledTotal.words(cancellation("0.00", null), "EUR"))
                .isEqualTo("cancelled free of charge");
        assertThat(CancelledTotal.words(cancellation(null, null), "EUR"))
                .isEqualTo("as booked: the cancellation named no fee");
    }

    private static IncomingReservation cancellation(@Nullable String total, @Nullable String fee) {
        return new IncomingReservation(
                "777001",
                "12",
                IncomingReservation.Kind.CANCEL,
                null,
                null,
                null,
                null,
                "EUR",
                total == null ? null : Amount.of(total),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                fee == null
                        ? List.of()
                        : List.of(new Service("cancel fee", null, null, null, Amount.of(fee))));
    }
}
