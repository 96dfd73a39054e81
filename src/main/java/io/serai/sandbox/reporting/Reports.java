package io.serai.sandbox.reporting;

import io.serai.sandbox.booking.HotelActs;
import io.serai.sandbox.booking.HotelActs.Reported;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/** The rules of reports, and what each does to its booking. */
final class Reports {

    private final HotelActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(HotelActs acts, JdbcClient jdbc, Clock clock) {
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void take(Reported booking, Hotel hotel, Element said) {
        if (booking.cancelled()) {
            throw new Refusal(
                    400, "RESERVATION_CANCELLED", "reservation " + booking.id() + " is cancelled");
        }
        switch (String.valueOf(said.getLocalName())) {
            case "report" -> report(booking, said);
            case "stay_change" -> change(booking, hotel, said);
            default ->
                    throw new Refusal(
                            400,
                            "SCHEMA_FAULT",
                            "'" + said.getNodeName() + "' (expected: report or stay_change)");
        }
    }

    private void report(Reported booking, Element report) {
        var what = report.getTextContent().strip();
        var waived = Xml.attribute(report, "waived_fees");
        if (waived != null && !(what.equals("is_no_show") && waived.matches("yes|no"))) {
            throw new Refusal(
                    400,
                    "SCHEMA_FAULT",
                    "waived_fees is '" + waived + "' (expected: yes or no, with is_no_show only)");
        }
        switch (what) {
            case "is_no_show" -> noShow(booking, "yes".equals(waived));
            case "cc_is_invalid" -> cardIsInvalid(booking);
            case "cancel_reservation_invalid_cc" -> cancelForCard(booking);
            default ->
                    throw new Refusal(
                            400,
                            "SCHEMA_FAULT",
                            "report is '"
                                    + what
                                    + "' (expected: cc_is_invalid, cancel_reservation_invalid_cc or is_no_show)");
        }
    }

    private void noShow(Reported booking, boolean waived) {
        if (LocalDate.now(clock.withZone(ZoneOffset.UTC)).isBefore(booking.arrival())) {
            throw new Refusal(
                    400,
                    "NO_SHOW_TOO_EARLY",
                    "a no-show cannot be reported before the arrival on " + booking.arrival());
        }
        acts.cancel(booking.id(), waived ? 0 : booking.total());
    }

    private void cardIsInvalid(Reported booking) {
        jdbc.sql("insert into reported_card values (?, ?) on conflict do nothing")
                .params(booking.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void cancelForCard(Reported booking) {
        var reported =
                jdbc.sql("select exists (select from reported_card where booking_id = ?)")
                        .param(booking.id())
                        .query(Boolean.class)
                        .single();
        if (!reported) {
            throw new Refusal(
                    400,
                    "CARD_NOT_REPORTED",
                    "the card of reservation "
                            + booking.id()
                            + " was not reported as invalid (expected: cc_is_invalid before)");
        }
        acts.cancel(booking.id(), null);
    }

    private void change(Reported booking, Hotel hotel, Element change) {
        var checkout = Xml.child(change, "checkout");
        var price = Xml.child(change, "price");
        if (checkout == null && price == null) {
            throw new Refusal(
                    400,
                    "SCHEMA_FAULT",
                    "stay_change is empty (expected: checkout, price or both)");
        }
        acts.change(booking.id(), departure(booking, checkout), total(hotel, price));
    }

    private static @Nullable LocalDate departure(Reported booking, @Nullable Element checkout) {
        if (checkout == null) {
            return null;
        }
        var text = checkout.getTextContent().strip();
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(booking.lastArrival())) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused like a day that is too early
        }
        throw new Refusal(
                400,
                "INVALID_CHECKOUT",
                "checkout is '" + text + "' (expected: a day after " + booking.lastArrival() + ")");
    }

    private static @Nullable Long total(Hotel hotel, @Nullable Element price) {
        if (price == null) {
            return null;
        }
        var text = price.getTextContent().strip();
        if (!text.matches("[0-9]{1,9}([.][0-9]{0,%d})?".formatted(hotel.decimals()))) {
            throw new Refusal(
                    400,
                    "INVALID_PRICE",
                    "price is '" + text + "' (expected: an amount in " + hotel.currency() + ")");
        }
        return new BigDecimal(text).movePointRight(hotel.decimals()).longValueExact();
    }
}
