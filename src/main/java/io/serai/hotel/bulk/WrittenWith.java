package io.serai.hotel.bulk;

import io.serai.ari.Cell;
import io.serai.ari.price.WrittenNight;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.util.Map;

/** A night as it would be written. */
final class WrittenWith {

    private WrittenWith() {}

    static WrittenNight of(WrittenNight before, Map<NightField, NightValue> set) {
        return new WrittenNight(
                count(set, "closed", before.written() && before.closed() ? 1 : 0) == 1,
                count(set, "cta", before.cta() ? 1 : 0) == 1,
                count(set, "ctd", before.ctd() ? 1 : 0) == 1,
                count(set, "minThrough", before.minThrough()),
                count(set, "maxThrough", before.maxThrough()),
                count(set, "minArrival", before.minArrival()),
                count(set, "maxArrival", before.maxArrival()),
                before.prices(),
                hand(set.get(NightTable.RATES.named("handPrices")), before));
    }

    private static int count(Map<NightField, NightValue> set, String word, int otherwise) {
        NightValue value = set.get(NightTable.RATES.named(word));
        if (value == null) {
            return otherwise;
        }
        return value instanceof NightValue.Count count ? count.number() : 0;
    }

    private static long[] hand(
            @org.jspecify.annotations.Nullable NightValue value, WrittenNight before) {
        if (value == null) {
            return before.handPrices();
        }
        return value instanceof NightValue.Prices prices
                ? prices.minor().stream()
                        .mapToLong(price -> price == null ? Cell.NONE : price)
                        .toArray()
                : WrittenNight.NO_PRICES;
    }
}
