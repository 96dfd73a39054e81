package io.serai.sandbox.ari;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update and what it is for; the rate is null where none is named, or none of that id is. */
record Target(Update update, Hotel hotel, Room room, @Nullable Rate rate) {

    static Target of(Update update, Hotel hotel) {
        var room = hotel.rooms().get(update.room());
        var rate = update.rate() == null ? null : room.rates().get(update.rate());
        return new Target(update, hotel, room, rate);
    }

    Problem problem(String code, String words) {
        return update.problem(code, words);
    }

    List<Price> nightlyPrices() {
        return update.ask() instanceof Ask.OfNights nights ? nights.prices() : List.of();
    }

    boolean restricts() {
        return update.ask() instanceof Ask.OfNights nights
                && nights.values().keySet().stream().anyMatch(Field::restriction);
    }

    /** Whether it sets a price in any form. */
    boolean prices() {
        return !(update.ask() instanceof Ask.OfNights) || !nightlyPrices().isEmpty();
    }
}
