package io.serai.sandbox.ari;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Knows what guests booked. */
public interface Sold {

    /** Rooms of a room type that are booked, and that were cancelled, for a night. */
    record SoldNight(long room, LocalDate night, int booked, int cancelled) {}

    List<SoldNight> nights(Collection<Long> rooms, LocalDate from, LocalDate to);
}
