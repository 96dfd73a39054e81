package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the hotel may still do with a booking, and why not the rest. */
final class Eligibility {

    /** What a hotel may do; the names are this stand-in's, the channel's own are not known. */
    enum Scenario {
        CANCEL_RESERVATION,
        CANCEL_RESERVATION_RECONCILIATION,
        CHANGE_RESERVATION_RECONCILIATION,
        REFUND_RESERVATION
    }

    private static final int LAST_DAY_OF_COMMISSION = 4;
    private static final int DAYS_OF_EXPEDIA_COLLECT = 30;
    private static final LocalTime MORNING = LocalTime.of(5, 0);

    private final Booking booking;
    private final Hotel hotel;
    private final ZonedDateTime now;

    Eligibility(Booking booking, Hotel hotel, Clock clock) {
        this.booking = booking;
        this.hotel = hotel;
        this.now = clock.instant().atZone(hotel.timeZone());
    }

    /** Refused where the scenario is not possible. */
    void demand(Scenario scenario) {
        var reason = against(scenario);
        if (reason != null) {
            throw new Refused("RESERVATION_NOT_ELIGIBLE", reason);
        }
    }

    Map<String, Object> shown() {
        List<String> valid = new ArrayList<>();
        List<Map<String, String>> invalid = new ArrayList<>();
        for (var scenario : Scenario.values()) {
            var reason = against(scenario);
            if (reason == null) {
                valid.add(scenario.name());
            } else {
                invalid.add(Map.of("scenario", scenario.name(), "reason", reason));
            }
        }
        return Map.of("validScenarios", valid, "invalidScenarios", invalid);
    }

    /** Why it is not possible; null when it is. */
    private @Nullable String against(Scenario scenario) {
        if (booking.cancelled()) {
            return "the reservation is cancelled";
        }
        return switch (scenario) {
            case CANCEL_RESERVATION -> cancel();
            case CANCEL_RESERVATION_RECONCILIATION -> cancelLater();
            case CHANGE_RESERVATION_RECONCILIATION -> change();
            case REFUND_RESERVATION -> refund();
        };
    }

    private @Nullable String cancel() {
        return today().isAfter(arrival()) ? "the check-in date has passed" : null;
    }

    private @Nullable String cancelLater() {
        if (collect() != Collect.HOTEL) {
            return "only Hotel Collect reservations can be reconciled as cancelled";
        }
        return today().isBefore(arrival()) ? beforeArrival() : afterTheFourth();
    }

    private @Nullable String change() {
        if (collect() == Collect.EXPEDIA) {
            return today().isBefore(arrival())
                    ? beforeArrival()
                    : today().isAfter(departure().plusDays(DAYS_OF_EXPEDIA_COLLECT))
                            ? DAYS_OF_EXPEDIA_COLLECT + " days after the check-out have passed"
                            : null;
        }
        var opens = arrival().plusDays(1).atTime(MORNING).atZone(hotel.timeZone());
        return now.isBefore(opens) ? "not before " + opens.toLocalDateTime() : afterTheFourth();
    }

    private @Nullable String refund() {
        if (collect() != Collect.EXPEDIA) {
            return "only Expedia Collect reservations can be refunded";
        }
        return today().isBefore(arrival()) ? beforeArrival() : null;
    }

    private @Nullable String afterTheFourth() {
        var last = departure().plusMonths(1).withDayOfMonth(LAST_DAY_OF_COMMISSION);
        return today().isAfter(last) ? "not after " + last : null;
    }

    private String beforeArrival() {
        return "not before the check-in date " + arrival();
    }

    private Collect collect() {
        return Objects.requireNonNull(booking.content().collect());
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private LocalDate arrival() {
        return booking.content().arrival();
    }

    private LocalDate departure() {
        return booking.content().departure();
    }
}
