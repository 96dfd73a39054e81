package io.serai.hotel.bulk;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.WrittenNight;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.WrittenNights;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of each night of a change of prices and restrictions; it gathers the plan. */
record RateTrial(
        HotelNights hotel,
        RateChange change,
        long shift,
        HotelPrices prices,
        WrittenNights written,
        Contents contents,
        BulkPlan.Gathering gathering) {

    private static final NightField HAND = NightTable.RATES.named("handPrices");

    RateTrial(
            HotelNights hotel,
            RateChange change,
            long shift,
            HotelPrices prices,
            WrittenNights written,
            Contents contents) {
        this(hotel, change, shift, prices, written, contents, new BulkPlan.Gathering());
    }

    void night(PricedProduct product, LocalDate night) {
        NightContent before = contents.at(product.id(), night);
        RateNight now = prices.night(product, night, written, Steps.NOBODY);
        Map<NightField, NightValue> wanted = new LinkedHashMap<>();
        if (change.withRestrictions() && change.copyFrom() != null) {
            contents.at(product.id(), night.plusDays(shift))
                    .values()
                    .forEach(
                            (field, value) -> {
                                if (!field.isPrices()) {
                                    wanted.put(field, value);
                                }
                            });
        }
        wanted.putAll(change.set());
        if (!change.price().isNone() || change.copyFrom() != null) {
            price(product, night, now, wanted);
        }
        Map<NightField, NightValue> set = Contents.differing(before, wanted);
        if (set.isEmpty()) {
            if (!wanted.isEmpty()) {
                gathering.leave("as wanted already");
            }
            return;
        }
        RateNight then =
                prices.night(
                        product.id(),
                        (int) night.toEpochDay(),
                        line(product, night, set),
                        Steps.NOBODY);
        RateWords words = new RateWords(hotel, product.plan().pricing());
        gathering.change(
                new BulkPlan.Change(
                        new BulkNight(
                                before.sold(), night, words.of(now, then), words.of(then, now)),
                        before,
                        set));
    }

    private void price(
            PricedProduct product,
            LocalDate night,
            RateNight now,
            Map<NightField, NightValue> wanted) {
        if (change.price().kind() == PriceMove.Kind.RELEASE) {
            wanted.put(HAND, NightValue.NONE);
            return;
        }
        String not = whyNot(product);
        if (not != null) {
            gathering.leave(not);
            return;
        }
        LocalDate from = night.plusDays(shift);
        long[] base =
                shown(
                        written.at(product.id(), from),
                        shift == 0 ? now : prices.night(product, from, written, Steps.NOBODY));
        long[] moved = Arrays.stream(sized(base)).map(change.price()::of).toArray();
        if (Arrays.stream(moved).noneMatch(price -> price != Cell.NONE)) {
            gathering.leave("no price to move");
        } else if (Arrays.stream(moved).anyMatch(price -> price != Cell.NONE && price <= 0)) {
            gathering.leave("the price would come to nothing");
        } else if (!Arrays.equals(moved, shown(written.at(product.id(), night), now))) {
            List<Long> hand = new ArrayList<>();
            Arrays.stream(moved).forEach(price -> hand.add(price == Cell.NONE ? null : price));
            wanted.put(HAND, new NightValue.Prices(hand));
        } else {
            gathering.leave("as wanted already");
        }
    }

    private long[] sized(long[] base) {
        return base.length == 0 ? new long[] {Cell.NONE} : base;
    }

    /** Why prices of a product are not set in bulk; null where they are. */
    private @org.jspecify.annotations.Nullable String whyNot(PricedProduct product) {
        if (product.plan().derived()) {
            PricedProduct parent = product.parent();
            return product.plan().code()
                    + " is made from "
                    + (parent == null ? "a plan not sold here" : parent.plan().code())
                    + " and follows it";
        }
        Pricing pricing = product.plan().pricing();
        PriceMove.Kind kind = change.price().kind();
        if (kind == PriceMove.Kind.SET && pricing == Pricing.OCCUPANCY) {
            return product.plan().code()
                    + " has a price for each number of guests: change them by percent or"
                    + " amount";
        }
        if (pricing == Pricing.LENGTH_OF_STAY
                && (kind == PriceMove.Kind.SET || kind == PriceMove.Kind.AMOUNT)) {
            return product.plan().code() + " has prices by length of stay: change them by percent";
        }
        return null;
    }

    /** The price that a person set, else the one that guests see. */
    private static long[] shown(WrittenNight own, RateNight made) {
        long[] shown = made.prices().clone();
        for (int position = 0;
                position < Math.min(shown.length, own.handPrices().length);
                position++) {
            if (own.handPrices()[position] != Cell.NONE) {
                shown[position] = own.handPrices()[position];
            }
        }
        return shown;
    }

    private List<WrittenNight> line(
            PricedProduct product, LocalDate night, Map<NightField, NightValue> set) {
        List<WrittenNight> line = new ArrayList<>(written.line(product, night));
        line.set(0, WrittenWith.of(line.get(0), set));
        return line;
    }
}
