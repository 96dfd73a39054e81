package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.Days;
import io.serai.hotel.sale.SaleBook;
import io.serai.report.QuoteCounts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a hotel sells by itself: night by night, and whole stays with their price. */
@Component("apiOffers")
public class ApiOffers {

    private static final int LONGEST = 92;
    private static final int MOST = 50;

    private final Targets targets;
    private final TenantSession tenants;
    private final QuoteCounts counts;

    ApiOffers(Targets targets, TenantSession tenants, QuoteCounts counts) {
        this.targets = targets;
        this.tenants = tenants;
        this.counts = counts;
    }

    /** Rooms left, prices and restrictions of each night; at most 92 nights. */
    public AvailabilityView availability(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("from") @Nullable String from,
            @Header("to") @Nullable String to,
            @Header("adults") @Nullable String adults,
            @Header("children") @Nullable String children) {
        int key = targets.hotel(caller, hotel);
        LocalDate first = night("from", from);
        LocalDate last = night("to", to);
        within(first, last, "to", 0);
        int guests = number("adults", adults, 2, 1) + number("children", children, 0, 0);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        AvailabilityView.of(
                                SaleBook.read(session, key, first, last.plusDays(1)),
                                first,
                                last,
                                guests));
    }

    /** The price of a stay in each room type and plan, and why it cannot be booked. */
    public Quotes quotes(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("arrival") @Nullable String arrival,
            @Header("departure") @Nullable String departure,
            @Header("adults") @Nullable String adults,
            @Header("children") @Nullable String children,
            @Header("rooms") @Nullable String rooms,
            @Header("roomType") @Nullable String roomType,
            @Header("ratePlan") @Nullable String ratePlan) {
        int key = targets.hotel(caller, hotel);
        LocalDate first = night("arrival", arrival);
        LocalDate end = night("departure", departure);
        within(first, end, "departure", 1);
        int guests = number("adults", adults, 2, 1) + number("children", children, 0, 0);
        int count = number("rooms", rooms, 1, 1);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    SaleBook book = SaleBook.read(session, key, first, end);
                    List<OfferView> offers =
                            book.offers(first, end, guests, count).stream()
                                    .filter(
                                            it ->
                                                    roomType == null
                                                            || it.roomType().equals(roomType))
                                    .filter(
                                            it ->
                                                    ratePlan == null
                                                            || it.ratePlan().equals(ratePlan))
                                    .map(offer -> OfferView.of(offer, book.hotel()))
                                    .toList();
                    counts.asked(
                            key,
                            book.hotel().today(),
                            first,
                            offers.stream().anyMatch(OfferView::bookable));
                    return new Quotes(offers);
                });
    }

    private static void within(LocalDate first, LocalDate last, String name, int least) {
        if (last.isBefore(first.plusDays(least)) || last.isAfter(first.plusDays(LONGEST))) {
            throw Problem.bad(
                    "%s: '%s' (expected: from %s to %s)"
                            .formatted(name, last, first.plusDays(least), first.plusDays(LONGEST)));
        }
    }

    private static LocalDate night(String name, @Nullable String said) {
        try {
            if (said != null) {
                return Days.parse(said);
            }
        } catch (DateTimeParseException wrong) {
            throw Problem.bad(name + ": '" + said + "' (expected: a night as YYYY-MM-DD)");
        }
        throw Problem.bad(name + ": missing (expected: a night as YYYY-MM-DD)");
    }

    private static int number(String name, @Nullable String said, int otherwise, int least) {
        if (said == null) {
            return otherwise;
        }
        int number = said.matches("[0-9]{1,2}") ? Integer.parseInt(said) : -1;
        if (number < least || number > MOST) {
            throw Problem.bad(
                    "%s: '%s' (expected: a whole number from %d to %d)"
                            .formatted(name, said, least, MOST));
        }
        return number;
    }

    /** Offers, in the order of room types and plans. */
    public record Quotes(List<OfferView> quotes) {}
}
