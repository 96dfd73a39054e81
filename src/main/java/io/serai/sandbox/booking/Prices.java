package io.serai.sandbox.booking;

import io.serai.sandbox.ari.StayPrices;
import io.serai.sandbox.property.Pricing;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each night of a stay costs, in minor units, by how its rate is priced. */
final class Prices {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final StayPrices stayPrices;

    Prices(StayPrices stayPrices) {
        this.stayPrices = stayPrices;
    }

    /** Refused with NO_PRICE when a night has none. */
    List<Long> of(Room room, Rate rate, Stay stay, Nights nights) {
        var priced = rate.inheritsPrice() ? parent(room, rate) : rate;
        var prices =
                priced.pricing() == Pricing.LOS
                        ? byStay(priced, stay)
                        : stay.nights().map(night -> nightly(priced, stay, night, nights)).toList();
        return rate.inheritsPrice()
                ? prices.stream().map(p -> discounted(p, rate.discount())).toList()
                : prices;
    }

    static Rate parent(Room room, Rate rate) {
        var parent = rate.parent() == null ? null : room.rates().get(rate.parent());
        if (parent == null) {
            throw new Refusal(
                    409, "NO_PRICE", "rate " + rate.id() + " follows none that is active");
        }
        return parent;
    }

    private long nightly(Rate rate, Stay stay, LocalDate night, Nights nights) {
        var row = nights.find(stay.room(), rate.id(), night);
        var persons = stay.adults() + stay.children();
        var full = row == null ? null : row.price(rate.maxPersons());
        var own = row == null ? null : row.price(persons);
        @Nullable Long price =
                switch (rate.pricing()) {
                    case STANDARD -> persons == 1 && own != null ? own : full;
                    case DERIVED ->
                            full == null
                                    ? null
                                    : Long.valueOf(
                                            full
                                                    + stayPrices.offset(
                                                            stay.room(),
                                                            rate.id(),
                                                            night,
                                                            persons));
                    case OBP, LOS -> own;
                };
        if (price == null || price <= 0) {
            throw none(night + ", " + persons + " persons");
        }
        return price;
    }

    private List<Long> byStay(Rate rate, Stay stay) {
        var length = (int) stay.nights().count();
        var persons = stay.adults() + stay.children();
        var total = stayPrices.total(stay.room(), rate.id(), stay.arrival(), persons, length);
        if (total == null) {
            throw none(length + " nights from " + stay.arrival() + ", " + persons + " persons");
        }
        var nightly = new ArrayList<Long>();
        for (int i = 0; i < length; i++) {
            nightly.add(total / length + (i < total % length ? 1 : 0));
        }
        return nightly;
    }

    private static long discounted(long price, BigDecimal percent) {
        return BigDecimal.valueOf(price)
                .multiply(HUNDRED.subtract(percent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Refusal none(String what) {
        return new Refusal(409, "NO_PRICE", "no price for " + what);
    }
}
