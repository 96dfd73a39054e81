package io.serai.console.rates;

import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.delivery.gate.HeldPrice;
import io.serai.hotel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prices that wait until somebody approves them or puts them right.
 *
 * @param id names exactly these prices on these nights
 * @param what the product
 * @param nights the nights
 * @param prices what is held, each as EUR 120.50
 * @param words why
 * @param holds what each channel has meanwhile
 * @param inputs a field a price, with what it would be by the nights around; none where there are
 *     too many for a form
 */
record WaitingPrice(
        String id,
        String what,
        String nights,
        String prices,
        List<String> words,
        List<String> holds,
        List<Input> inputs) {

    private static final int MOST_INPUTS = 8;

    /** A price that can be entered. */
    record Input(String name, String label, String value) {}

    static WaitingPrice of(Hotel hotel, HeldPrice held) {
        return new WaitingPrice(
                held.id().text(),
                held.name(),
                Times.nights(held.from(), held.to()),
                amounts(hotel.currency(), Arrays.asList(held.prices())),
                held.words(),
                held.channels().stream().map(WaitingPrice::holds).distinct().toList(),
                inputs(hotel, held));
    }

    private static String holds(HeldPrice.Channel at) {
        if (at.holds() == null) {
            return at.channel() + " has no price and is closed";
        }
        return at.channel() + " keeps " + amounts(at.currency(), at.holds());
    }

    private static String amounts(String currency, List<@Nullable Long> prices) {
        return prices.stream()
                .map(price -> price == null ? "–" : Money.of(price, currency))
                .collect(Collectors.joining(" / "));
    }

    private static List<Input> inputs(Hotel hotel, HeldPrice held) {
        @Nullable Long @Nullable [] reference = held.reference();
        int count = held.prices().length;
        List<Input> inputs = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            Long price = reference == null ? null : reference[position];
            inputs.add(
                    new Input(
                            "price" + (position + 1),
                            count == 1 ? "Right price" : "Right price for " + (position + 1),
                            price == null ? "" : hotel.entered(price)));
        }
        return inputs.size() > MOST_INPUTS ? List.of() : inputs;
    }
}
