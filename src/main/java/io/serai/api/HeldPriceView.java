package io.serai.api;

import io.serai.delivery.gate.HeldPrice;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a product that are held on a range of nights, until somebody approves them or puts them
 * right.
 *
 * @param id names exactly this price on these nights
 * @param product the product's id
 * @param roomType the room type's code
 * @param ratePlan the rate plan's code
 * @param from the first night
 * @param to the last night, included
 * @param reasons hotel-bounds, channel-bounds, jump
 * @param words the same for people
 * @param prices what is held, laid out by the plan's pricing; null where not sold
 * @param reference what it would be by the nights around; null where nothing better is known
 * @param currency ISO 4217 code of both
 * @param channels where it is held, and what each has meanwhile
 */
public record HeldPriceView(
        String id,
        String product,
        String roomType,
        String ratePlan,
        LocalDate from,
        LocalDate to,
        List<String> reasons,
        List<String> words,
        List<@Nullable String> prices,
        @Nullable List<@Nullable String> reference,
        String currency,
        List<ChannelView> channels) {

    /**
     * A channel's rate that waits.
     *
     * @param holds its prices, in its currency; null when it has none, so that the night is closed
     *     there
     */
    public record ChannelView(
            String connection,
            String channel,
            String room,
            String rate,
            String currency,
            @Nullable List<@Nullable String> holds) {}

    static HeldPriceView of(HeldPrice held, String currency) {
        int digits = digits(currency);
        return new HeldPriceView(
                held.id().text(),
                Integer.toString(held.id().product()),
                held.roomType(),
                held.ratePlan(),
                held.from(),
                held.to(),
                held.reasons(),
                held.words(),
                Money.texts(held.prices(), digits),
                held.reference() == null ? null : Money.texts(held.reference(), digits),
                currency,
                held.channels().stream().map(HeldPriceView::channel).toList());
    }

    private static ChannelView channel(HeldPrice.Channel at) {
        return new ChannelView(
                Integer.toString(at.connection()),
                at.channel(),
                at.room(),
                at.rate(),
                at.currency(),
                at.holds() == null ? null : Money.texts(at.holds(), digits(at.currency())));
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
