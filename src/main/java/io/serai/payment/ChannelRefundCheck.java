package io.serai.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.reservation.action.ActionCheck;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a channel be asked to give back no more than the guest paid to it, all refunds together,
 * whoever asks and by whichever door. The booking's money is held until the refund is kept.
 */
@Component
class ChannelRefundCheck implements ActionCheck {

    @Override
    public @Nullable String against(
            JdbcClient session,
            long reservation,
            String action,
            JsonNode request,
            @Nullable Long again) {
        if (!action.equals("refund")) {
            return null;
        }
        try {
            MoneyRows.Payable payable = MoneyRows.lock(session, reservation);
            String currency = request.path("currency").asText();
            if (!currency.equals(payable.currency())) {
                return "currency: '%s' (expected: %s)".formatted(currency, payable.currency());
            }
            Dues.demandWithin(
                    "amount",
                    new BigDecimal(request.path("amount").asText()),
                    RefundWays.left(session, reservation, again),
                    currency);
            return null;
        } catch (PaymentRefused refused) {
            return refused.getMessage();
        }
    }
}
