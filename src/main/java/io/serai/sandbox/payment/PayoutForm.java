package io.serai.sandbox.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a booking's money, as the control face is told; amounts in minor units. */
record PayoutForm(
        long charged,
        @Nullable Long transferred,
        @Nullable Long refund,
        @Nullable LocalDate refundDue,
        @Nullable String refundReason,
        @Nullable String cardStatus) {}
