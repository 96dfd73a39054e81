package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What a guest asks for at a time. */
record Stay(
        String roomType,
        String ratePlan,
        LocalDate arrival,
        LocalDate departure,
        int adults,
        int children) {

    static Stay of(BookingLife life) {
        return new Stay(
                life.roomType(),
                life.ratePlan(),
                life.arrival(),
                life.departure(),
                life.adults(),
                life.children());
    }

    Stream<LocalDate> nights() {
        return arrival.datesUntil(departure);
    }

    Stay moved(int arrivalDays, int departureDays) {
        return new Stay(
                roomType,
                ratePlan,
                arrival.plusDays(arrivalDays),
                departure.plusDays(departureDays),
                adults,
                children);
    }

    Stay withAdults(int other) {
        return new Stay(roomType, ratePlan, arrival, departure, other, children);
    }
}
