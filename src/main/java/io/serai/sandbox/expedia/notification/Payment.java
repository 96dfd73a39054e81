package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Card;
import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Tags;
import org.jspecify.annotations.Nullable;

/** Writes how a booking is paid. */
final class Payment {

    private final Hotel hotel;
    private final Content content;

    Payment(Hotel hotel, Content content) {
        this.hotel = hotel;
        this.content = content;
    }

    void write(Tags tags) {
        var card = content.card();
        if (hotel.paymentFields()) {
            var expedia = content.collect() == Collect.EXPEDIA;
            tags.text(
                    "PaymentMethod",
                    card == null
                            ? expedia ? "BankTransfer" : "None"
                            : expedia ? "VirtualCard" : "CustomerCreditCard");
            if (expedia) {
                tags.empty(
                        "Payment",
                        "Amount",
                        RoomStay.money(content.total()),
                        "CurrencyCode",
                        hotel.currency(),
                        "model",
                        hotel.net() ? "Net" : "Gross");
                tags.text("BaseRateType", hotel.net() ? "Net" : "Sell");
            }
        }
        card(tags, card);
    }

    private void card(Tags tags, @Nullable Card card) {
        if (card == null) {
            return;
        }
        tags.open("Guarantee")
                .open("GuaranteesAccepted")
                .open("GuaranteeAccepted")
                .open(
                        "PaymentCard",
                        "CardType",
                        1,
                        "CardCode",
                        card.code(),
                        "CardNumber",
                        card.number(),
                        "ExpireDate",
                        card.expires(),
                        "SeriesCode",
                        card.series(),
                        "CardActivation",
                        hotel.paymentFields() ? card.activation() : null)
                .text("CardHolderName", card.holder())
                .close("PaymentCard", "GuaranteeAccepted", "GuaranteesAccepted", "Guarantee");
    }
}
