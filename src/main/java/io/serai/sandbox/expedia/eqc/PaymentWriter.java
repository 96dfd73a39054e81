package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Card;
import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Tags;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes how a booking is paid, with the fields of 2020 where the hotel has them. */
final class PaymentWriter {

    private final Tags tags;
    private final Hotel hotel;
    private final Content content;

    PaymentWriter(Tags tags, Hotel hotel, Content content) {
        this.tags = tags;
        this.hotel = hotel;
        this.content = content;
    }

    void write() {
        var card = content.card();
        if (!hotel.paymentFields()) {
            card(card);
        } else if (content.collect() == Collect.HOTEL) {
            tags.text("PaymentMethod", card == null ? "None" : "CustomerCreditCard");
            card(card);
        } else {
            tags.text("BaseRateType", hotel.net() ? "Net" : "Sell");
            tags.text("PaymentMethod", card == null ? "BankTransfer" : "VirtualCard");
            tags.open(
                    "Payment",
                    "amount",
                    money(content.total()),
                    "currencyCode",
                    hotel.currency(),
                    "model",
                    hotel.net() ? "Net" : "Gross");
            card(card);
            tags.close("Payment");
        }
    }

    private void card(@Nullable Card card) {
        if (card == null) {
            return;
        }
        tags.open(
                "PaymentCard",
                "cardCode",
                card.code(),
                "cardNumber",
                card.number(),
                "seriesCode",
                card.series(),
                "expireDate",
                card.expires(),
                "cardActivation",
                hotel.paymentFields() ? card.activation() : null);
        tags.empty("CardHolder", "name", card.holder()).close("PaymentCard");
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
