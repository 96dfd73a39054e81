package io.serai.api;

import io.serai.ari.Cell;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import io.serai.ari.price.PricedProduct;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import io.serai.delivery.price.WrittenNights;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.Sold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights with what plans and rules make of them; a product's nights are in memory at a time. */
final class ResultingNights {

    private final JdbcClient database;
    private final NightsReader reader;
    private final HotelNights nights;
    private final NightShape shape;
    private final @Nullable HotelPrices prices;

    /**
     * @param database with the hotel in sight, until the last night was taken
     */
    ResultingNights(JdbcClient database, NightsReader reader, HotelNights nights) {
        this.database = database;
        this.reader = reader;
        this.nights = nights;
        this.shape = new NightShape(nights);
        this.prices =
                nights.table() == NightTable.RATES
                        ? new PriceBook(database)
                                .of(nights.hotel(), (int) nights.today().toEpochDay())
                        : null;
    }

    /** The nights that are written, or made from what is written for another plan. */
    List<Map<String, @Nullable Object>> of(Sold sold, LocalDate from, LocalDate to) {
        Map<LocalDate, NightContent> written = new LinkedHashMap<>();
        reader.each(
                nights, List.of(sold.id()), from, to, night -> written.put(night.night(), night));
        List<Map<String, @Nullable Object>> shapes = new ArrayList<>();
        PricedProduct product = prices == null ? null : prices.products().get(sold.id());
        if (prices == null || product == null) {
            written.values().forEach(night -> shapes.add(shape.night(night)));
            return shapes;
        }
        WrittenNights line = WrittenNights.read(database, List.of(product), from, to.plusDays(1));
        for (LocalDate night = from; !night.isAfter(to); night = night.plusDays(1)) {
            NightContent own = written.get(night);
            RateNight made = prices.night(product, night, line, Steps.NOBODY);
            if (own != null || !made.unpriced()) {
                NightContent content = own == null ? reader.unwritten(nights, sold, night) : own;
                Map<String, @Nullable Object> one = shape.night(content);
                one.put("resulting", resulting(made));
                shapes.add(one);
            }
        }
        return shapes;
    }

    /** One night, also where nobody wrote it. */
    Map<String, @Nullable Object> one(Sold sold, LocalDate night) {
        List<Map<String, @Nullable Object>> found = of(sold, night, night);
        return found.isEmpty() ? shape.night(reader.unwritten(nights, sold, night)) : found.get(0);
    }

    private Map<String, @Nullable Object> resulting(RateNight made) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("closed", made.closed());
        shape.put("cta", made.cta());
        shape.put("ctd", made.ctd());
        shape.put("minThrough", stay(made.minThrough()));
        shape.put("maxThrough", stay(made.maxThrough()));
        shape.put("minArrival", stay(made.minArrival()));
        shape.put("maxArrival", stay(made.maxArrival()));
        List<@Nullable String> amounts = new ArrayList<>();
        for (long minor : made.prices()) {
            amounts.add(minor == Cell.NONE ? null : this.shape.amount(minor));
        }
        shape.put("prices", amounts);
        return shape;
    }

    private static @Nullable Integer stay(int nights) {
        return nights == 0 ? null : nights;
    }
}
