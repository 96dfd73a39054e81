package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one message says, value by value, and why it cannot be taken at all. */
final class Update {

    /** A rate plan that the message names by this id. */
    record Named(RoomType room, RatePlan plan, String xmlId) {}

    /** Why nothing of a message is taken. */
    record Error(int code, String words) {}

    private final Map<Slot, Object> values = new LinkedHashMap<>();
    private final Map<String, TreeMap<LocalDate, Cell>> cells = new LinkedHashMap<>();
    private final Map<String, RoomType> rooms = new LinkedHashMap<>();
    private final Map<String, Named> plans = new LinkedHashMap<>();
    private final Set<Error> errors = new LinkedHashSet<>();
    private final TreeSet<LocalDate> nights = new TreeSet<>();
    private int items;
    private int updates;

    void item() {
        items++;
    }

    void name(RoomType room) {
        rooms.put(room.id(), room);
    }

    void name(Named plan) {
        plans.put(plan.plan().id(), plan);
    }

    void refuse(int code, String words) {
        errors.add(new Error(code, words));
    }

    /** A value for each of the nights; two different ones for a night are an error. */
    void set(String product, List<LocalDate> when, Field field, int number, Object value) {
        updates += when.size();
        for (var night : when) {
            nights.add(night);
            var slot = new Slot(product, night, field, number);
            var before = values.putIfAbsent(slot, value);
            if (before == null) {
                cells.computeIfAbsent(key(product, field.ofRoom()), key -> new TreeMap<>())
                        .computeIfAbsent(night, n -> new Cell())
                        .set(slot, value);
            } else if (!before.equals(value)) {
                refuse(3108, "Product " + product + " has two values for " + night);
            }
        }
    }

    Map<Slot, Object> values() {
        return values;
    }

    Map<String, RoomType> rooms() {
        return rooms;
    }

    Map<String, Named> plans() {
        return plans;
    }

    Set<Error> errors() {
        return errors;
    }

    LocalDate first() {
        return nights.first();
    }

    LocalDate last() {
        return nights.last();
    }

    int items() {
        return items;
    }

    int updates() {
        return updates;
    }

    /** What is said of a room type, or of a rate plan, night by night. */
    Map<LocalDate, Cell> cells(String product, boolean room) {
        return cells.getOrDefault(key(product, room), new TreeMap<>());
    }

    int cells() {
        return cells.values().stream().mapToInt(Map::size).sum();
    }

    private static String key(String product, boolean room) {
        return (room ? "room " : "plan ") + product;
    }
}
