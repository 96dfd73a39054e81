package io.serai.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a booking may still be charged through a gateway.
 *
 * @param most as a decimal string, "0.00" where there is nothing
 * @param card whether the vault keeps a card for it
 * @param from the first day on which that may be charged; null: any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charging(
        @Nullable String most, @Nullable String currency, boolean card, @Nullable LocalDate from) {

    /** Of a booking whose payment is known. */
    public static Charging of(JdbcClient session, long booking) {
        return MoneyRows.dues(session, booking)
                .map(
                        dues ->
                                new Charging(
                                        Amounts.text(
                                                dues.card() == null ? BigDecimal.ZERO : dues.left(),
                                                dues.currency()),
                                        dues.currency(),
                                        dues.card() != null,
                                        dues.chargeableFrom()))
                .orElse(new Charging(null, null, false, null));
    }
}
