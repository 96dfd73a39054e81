package io.serai.api;

import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.PriceStep;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.price.Closing;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.RatePlan;
import io.serai.delivery.price.ExplainedNight;
import io.serai.delivery.price.HandAct;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why a night of a product costs what it costs and is sold as it is sold.
 *
 * @param closedBecause all reasons; none where it is sold
 */
record RateExplanationView(
        String product,
        @Nullable String roomType,
        String ratePlan,
        LocalDate night,
        long leadDays,
        String priceOwner,
        boolean closed,
        List<Reason> closedBecause,
        List<Restriction> restrictions,
        List<Price> prices) {

    private static final List<Field> RESTRICTIONS =
            List.of(
                    Field.MIN_THROUGH,
                    Field.MAX_THROUGH,
                    Field.MIN_ARRIVAL,
                    Field.MAX_ARRIVAL,
                    Field.CTA,
                    Field.CTD);

    /** Why a plan is not sold. */
    record Reason(String ratePlan, String reason) {}

    /**
     * A restriction.
     *
     * @param value nights, or 1 for what is closed to arrival or departure; 0: none
     * @param ratePlan where it comes from
     */
    record Restriction(String field, int value, String ratePlan, boolean inherited) {}

    /**
     * A price.
     *
     * @param guests that it is for; null: for the room
     * @param nights of the stay that it is for; null: for each night
     * @param price null where it is not sold so
     */
    record Price(
            @Nullable Integer guests,
            @Nullable Integer nights,
            @Nullable String price,
            List<Step> steps) {}

    /**
     * A step of a price.
     *
     * @param by who set it by hand
     */
    record Step(
            String kind,
            String ratePlan,
            String name,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String note) {}

    static RateExplanationView of(ExplainedNight explained, PricedHotel hotel) {
        PricedProduct product = explained.product();
        RateNight made = explained.made();
        List<String> roomType = PricedHotel.words(hotel.roomTypes(), List.of(product.roomType()));
        int positions =
                explained.steps().stream()
                        .mapToInt(step -> step.position() + 1)
                        .reduce(made.prices().length, Math::max);
        return new RateExplanationView(
                Integer.toString(product.id()),
                roomType == null || roomType.isEmpty() ? null : roomType.get(0),
                product.plan().code(),
                explained.night(),
                ChronoUnit.DAYS.between(hotel.today(), explained.night()),
                explained.prices().owner().word(),
                made.closed() || made.unpriced(),
                explained.closings().stream().map(RateExplanationView::reason).toList(),
                RESTRICTIONS.stream()
                        .map(
                                field ->
                                        new Restriction(
                                                field.word(),
                                                made.restriction(field),
                                                product.source(field).plan().code(),
                                                product.source(field) != product))
                        .toList(),
                IntStream.range(0, positions)
                        .mapToObj(position -> price(explained, hotel, position))
                        .toList());
    }

    private static Reason reason(Closing closing) {
        return new Reason(closing.plan(), closing.reason().word());
    }

    private static Price price(ExplainedNight explained, PricedHotel hotel, int position) {
        RatePlan plan = explained.product().plan();
        long[] made = explained.made().prices();
        boolean byStay = plan.pricing() == Pricing.LENGTH_OF_STAY;
        Integer guests =
                byStay
                        ? Integer.valueOf(position / plan.longestStay() + 1)
                        : plan.pricing() == Pricing.OCCUPANCY
                                        || plan.pricing() == Pricing.PER_PERSON
                                ? Integer.valueOf(position + 1)
                                : null;
        boolean sold = position < made.length && made[position] != Cell.NONE;
        return new Price(
                guests,
                byStay ? Integer.valueOf(position % plan.longestStay() + 1) : null,
                sold ? hotel.amount(made[position]) : null,
                explained.steps().stream()
                        .filter(step -> step.position() == position)
                        .map(step -> step(step, explained, hotel))
                        .toList());
    }

    private static Step step(
            ExplainedNight.Step said, ExplainedNight explained, PricedHotel hotel) {
        PriceStep step = said.step();
        HandAct act =
                step.kind() == PriceStep.Kind.HAND ? explained.hands().get(said.plan()) : null;
        return new Step(
                step.kind().word(),
                said.plan(),
                step.name(),
                exact(step.before(), hotel),
                exact(step.after(), hotel),
                act == null ? null : act.actor(),
                act == null ? null : act.at(),
                act == null ? null : act.note());
    }

    /** An exact amount, with no more digits than it needs beyond those of the currency. */
    private static @Nullable String exact(@Nullable BigDecimal minor, PricedHotel hotel) {
        if (minor == null) {
            return null;
        }
        BigDecimal amount = minor.movePointLeft(hotel.digits()).stripTrailingZeros();
        return amount.setScale(Math.max(amount.scale(), hotel.digits())).toPlainString();
    }
}
