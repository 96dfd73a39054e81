package io.serai.hotel.bulk;

import io.serai.ari.price.PricedProduct;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import io.serai.delivery.price.WrittenNights;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightsReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a change of prices and restrictions would do, as the dispatcher would price it. */
@Component
public class RateChanges {

    private final NightsReader reader;

    RateChanges(NightsReader reader) {
        this.reader = reader;
    }

    /**
     * What it would do; nothing is written.
     *
     * @throws BulkRefused when it cannot be meant
     */
    public BulkPlan plan(
            JdbcClient database, HotelNights hotel, BulkScope scope, RateChange change) {
        scope.demand(hotel);
        if (change.isNothing()) {
            throw new BulkRefused("Nothing is to change (expected: a price or a restriction)");
        }
        long shift =
                change.copyFrom() == null
                        ? 0
                        : ChronoUnit.DAYS.between(scope.from(), change.copyFrom());
        LocalDate first = shift < 0 ? scope.from().plusDays(shift) : scope.from();
        LocalDate last = shift > 0 ? scope.to().plusDays(shift) : scope.to();
        HotelPrices prices =
                new PriceBook(database).of(hotel.hotel(), (int) hotel.today().toEpochDay());
        List<PricedProduct> products =
                scope.ids().stream()
                        .map(id -> Objects.requireNonNull(prices.products().get(id)))
                        .toList();
        RateTrial trial =
                new RateTrial(
                        hotel,
                        change,
                        shift,
                        prices,
                        WrittenNights.read(database, products, first, last.plusDays(1)),
                        Contents.read(reader, hotel, scope.ids(), first, last));
        for (PricedProduct product : products) {
            scope.nights().forEach(night -> trial.night(product, night));
        }
        return trial.gathering().plan();
    }
}
