package io.serai.hotel.bulk;

import io.serai.hotel.night.HotelNights;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which nights a person means.
 *
 * @param ids the keys of products or room types
 * @param from the first night
 * @param to the last night, included
 * @param weekdays the days that are meant
 */
public record BulkScope(List<Integer> ids, LocalDate from, LocalDate to, Set<DayOfWeek> weekdays) {

    private static final long MOST = 100_000;

    public BulkScope {
        ids = List.copyOf(ids);
        weekdays = Set.copyOf(weekdays);
    }

    /** The nights that are meant, in their order. */
    public List<LocalDate> nights() {
        return from.datesUntil(to.plusDays(1))
                .filter(night -> weekdays.contains(night.getDayOfWeek()))
                .toList();
    }

    /**
     * Demands nights that are sold, of what the hotel has, and not too many.
     *
     * @throws BulkRefused naming what was met and what was expected
     */
    void demand(HotelNights hotel) {
        if (from.isBefore(hotel.today()) || to.isAfter(hotel.last()) || to.isBefore(from)) {
            throw new BulkRefused(
                    "Nights from "
                            + from
                            + " to "
                            + to
                            + " cannot be changed (expected: from "
                            + hotel.today()
                            + " to "
                            + hotel.last()
                            + ", the first before the last)");
        }
        if (ids.isEmpty() || nights().isEmpty()) {
            throw new BulkRefused("Nothing is chosen (expected: at least one row and one night)");
        }
        if ((long) ids.size() * nights().size() > MOST) {
            throw new BulkRefused(
                    (long) ids.size() * nights().size()
                            + " nights are too many at once (expected: at most "
                            + MOST
                            + ")");
        }
        if (!hotel.byId().keySet().containsAll(ids)) {
            throw new BulkRefused("What is chosen is not sold any more; look at the page again");
        }
    }
}
