package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How many rooms of each type the house has, and how many of them are taken, night by night. */
final class House {

    record Cell(String roomType, LocalDate night) {}

    /** A change of what the hotel offers. */
    record Offer(Instant at, Cell cell, int rooms) {}

    private final Map<String, Integer> sizes;
    private final Map<Cell, Integer> occupied = new HashMap<>();
    private final Map<Cell, Integer> offered = new ConcurrentHashMap<>();
    private final List<Offer> offers = new CopyOnWriteArrayList<>();

    House(Map<String, Integer> sizes) {
        this.sizes = sizes;
    }

    /**
     * As many rooms of each type as were booked for its busiest night, before any cancellation.
     *
     * @param percent of that
     */
    static House asBusyAs(List<BookingLife> lives, int percent) {
        var all = new House(Map.of());
        lives.forEach(life -> all.take(Stay.of(life)));
        var sizes = new TreeMap<String, Integer>();
        all.occupied.forEach((cell, rooms) -> sizes.merge(cell.roomType(), rooms, Math::max));
        sizes.replaceAll((type, rooms) -> Math.max(1, rooms * percent / 100));
        return new House(sizes);
    }

    Map<String, Integer> sizes() {
        return sizes;
    }

    void take(Stay stay) {
        stay.nights().forEach(n -> occupied.merge(new Cell(stay.roomType(), n), 1, Integer::sum));
    }

    void release(Stay stay) {
        stay.nights().forEach(n -> occupied.merge(new Cell(stay.roomType(), n), -1, Integer::sum));
    }

    int occupied(String roomType, LocalDate night) {
        return occupied.getOrDefault(new Cell(roomType, night), 0);
    }

    /** Never below 0, however many were promised. */
    int left(String roomType, LocalDate night) {
        return Math.max(0, offered(new Cell(roomType, night)) - occupied(roomType, night));
    }

    /** The hotel offers so many rooms from a moment on; without it, as many as there are. */
    void offer(Cell cell, int rooms, Instant at) {
        offered.put(cell, rooms);
        offers.add(new Offer(at, cell, rooms));
    }

    private int offered(Cell cell) {
        return offered.getOrDefault(cell, sizes.getOrDefault(cell.roomType(), 0));
    }

    /** Each change of what is offered, in order. */
    List<Offer> offers() {
        return offers;
    }

    /** Whether a room is free on each night of it. */
    boolean hasRoomFor(Stay stay) {
        return stay.nights().allMatch(night -> left(stay.roomType(), night) > 0);
    }

    /** Nights for which more rooms were promised than there are. */
    long oversold() {
        return occupied.entrySet().stream().filter(e -> e.getValue() > offered(e.getKey())).count();
    }
}
