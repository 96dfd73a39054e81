package io.serai.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.channel.Amount;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who collects the money and how; of a card only its token.
 *
 * @param amount what the hotel may charge or claim; null: the total
 * @param currency of that amount
 * @param basis whether it holds the channel's commission: {@code net} or {@code gross}
 * @param prices what the prices of the nights are: {@code net} or {@code sell}
 */
public record Payment(
        Collector collect,
        Method method,
        @Nullable Amount amount,
        @Nullable String currency,
        @Nullable String basis,
        @Nullable String prices,
        @Nullable Card card) {

    /** Who takes the guest's money. */
    public enum Collector {
        @JsonProperty("channel")
        CHANNEL,
        @JsonProperty("hotel")
        HOTEL,
        @JsonProperty("unknown")
        UNKNOWN;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * By what the hotel gets its money. A channel that does not say is unknown; in a change, none
     * says that a card is not to be charged any more.
     */
    public enum Method {
        @JsonProperty("guest-card")
        GUEST_CARD,
        @JsonProperty("virtual-card")
        VIRTUAL_CARD,
        @JsonProperty("bank-transfer")
        BANK_TRANSFER,
        @JsonProperty("cash")
        CASH,
        @JsonProperty("none")
        NONE,
        @JsonProperty("unknown")
        UNKNOWN;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Payment {
        collect = Objects.requireNonNullElse(collect, Collector.UNKNOWN);
        method = Objects.requireNonNullElse(method, Method.UNKNOWN);
    }

    static Payment of(Collector collect, Method method, @Nullable Card card) {
        return new Payment(collect, method, null, null, null, null, card);
    }

    /**
     * A card in the vault.
     *
     * @param code the brand, as the channel names it
     * @param chargeableFrom the first day a virtual card may be charged
     */
    public record Card(
            String token,
            @Nullable String code,
            @Nullable String expires,
            @Nullable String holder,
            @Nullable LocalDate chargeableFrom) {

        public Card {
            Require.text("token", token);
        }

        @Override
        public String toString() {
            return token;
        }
    }
}
