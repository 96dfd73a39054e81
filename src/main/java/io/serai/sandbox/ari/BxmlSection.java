package io.serai.sandbox.ari;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a date that is for the room type, or for one rate of it. */
final class BxmlSection {

    final Map<Field, Integer> values = new EnumMap<>(Field.class);
    @Nullable String currency;

    private final List<Price> prices = new ArrayList<>();
    private final long room;
    private final @Nullable Long rate;
    private final LocalDate from;
    private final LocalDate to;

    BxmlSection(long room, @Nullable Long rate, LocalDate from, LocalDate to) {
        this.room = room;
        this.rate = rate;
        this.from = from;
        this.to = to;
    }

    void price(@Nullable Integer persons, BigDecimal amount) {
        prices.add(new Price(persons, amount, null));
    }

    void close(Reading reading) {
        if (values.isEmpty() && prices.isEmpty()) {
            return;
        }
        var priced =
                prices.stream().map(p -> new Price(p.persons(), p.amount(), currency)).toList();
        reading.updates()
                .add(new Update(null, room, rate, from, to, new Ask.OfNights(values, priced)));
    }
}
