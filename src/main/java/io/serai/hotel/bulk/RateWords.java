package io.serai.hotel.bulk;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.hotel.Money;
import io.serai.hotel.night.HotelNights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says in which way a night of a product is another than it was. */
record RateWords(HotelNights hotel, Pricing pricing) {

    /** What a night is, of that in which it is another than the other one. */
    String of(RateNight one, RateNight other) {
        List<String> words = new ArrayList<>();
        if (!Arrays.equals(one.prices(), other.prices())) {
            words.add(prices(one.prices()));
        }
        if (one.closed() != other.closed()) {
            words.add(one.closed() ? "closed" : "open");
        }
        stay(words, "min stay", one.minThrough(), other.minThrough());
        stay(words, "max stay", one.maxThrough(), other.maxThrough());
        stay(words, "min stay on arrival", one.minArrival(), other.minArrival());
        stay(words, "max stay on arrival", one.maxArrival(), other.maxArrival());
        flag(words, "arrival", one.cta(), other.cta());
        flag(words, "departure", one.ctd(), other.ctd());
        return words.isEmpty() ? "as it is for guests" : String.join(", ", words);
    }

    private String prices(long[] prices) {
        if (pricing == Pricing.LENGTH_OF_STAY && prices.length > 0) {
            return amount(prices[0]) + " for one night";
        }
        String words =
                Arrays.stream(prices).mapToObj(this::amount).collect(Collectors.joining(" / "));
        return words.isEmpty() ? "no price" : words;
    }

    private String amount(long minor) {
        return minor == Cell.NONE ? "–" : Money.of(minor, hotel.currency());
    }

    private static void stay(List<String> words, String what, int nights, int other) {
        if (nights != other) {
            words.add(nights == 0 ? "no " + what : what + " " + nights);
        }
    }

    private static void flag(List<String> words, String what, boolean closed, boolean other) {
        if (closed != other) {
            words.add((closed ? "no " : "") + what);
        }
    }
}
