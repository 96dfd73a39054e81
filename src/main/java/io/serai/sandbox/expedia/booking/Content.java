package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.property.Collect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a booking says.
 *
 * @param plan the rate plan's id without suffix
 * @param shownRoom the room type's id as messages give it
 * @param shownPlan the rate plan's id as messages give it, without suffix
 * @param nightly the base rate of each night
 * @param extraFees of each night, for guests above the base
 * @param taxes of the whole stay
 * @param source the brand, without the prefix of Hotel Collect
 */
public record Content(
        String room,
        String plan,
        Collect collect,
        String shownRoom,
        String shownPlan,
        LocalDate arrival,
        LocalDate departure,
        int adults,
        List<Integer> childAges,
        List<BigDecimal> nightly,
        List<BigDecimal> extraFees,
        BigDecimal taxes,
        Guest guest,
        String source,
        List<SpecialRequest> requests,
        @Nullable String promotion,
        @Nullable Card card) {

    public Stream<LocalDate> nights() {
        return arrival.datesUntil(departure);
    }

    public int persons() {
        return adults + childAges.size();
    }

    public BigDecimal beforeTaxes() {
        return Stream.concat(nightly.stream(), extraFees.stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total() {
        return beforeTaxes().add(taxes);
    }

    boolean sameStayAs(Content other) {
        return room.equals(other.room)
                && plan.equals(other.plan)
                && arrival.equals(other.arrival)
                && departure.equals(other.departure)
                && persons() == other.persons();
    }

    Content priced(List<BigDecimal> rates, List<BigDecimal> extra, BigDecimal tax) {
        return new Content(
                room, plan, collect, shownRoom, shownPlan, arrival, departure, adults, childAges,
                rates, extra, tax, guest, source, requests, promotion, card);
    }
}
