package io.serai.reservation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** By how many rooms a reservation changed its claim on each night; nights unchanged are absent. */
record Movement(List<StockChange> stock, List<RemoteChange> remote) {

    /** Of a room type of ours, in order of room type and night. */
    record StockChange(int type, LocalDate night, int by) {}

    /** Of a room of the channel's. */
    record RemoteChange(String room, LocalDate night, int by) {}

    private record Night<K extends Comparable<K>>(K room, LocalDate night)
            implements Comparable<Night<K>> {

        @Override
        public int compareTo(Night<K> other) {
            var byRoom = room.compareTo(other.room);
            return byRoom != 0 ? byRoom : night.compareTo(other.night);
        }
    }

    static Movement between(List<Cell> before, List<Cell> after) {
        return new Movement(
                changes(before, after, cell -> cell.roomTypeId()).entrySet().stream()
                        .map(
                                e ->
                                        new StockChange(
                                                e.getKey().room(),
                                                e.getKey().night(),
                                                e.getValue()))
                        .toList(),
                changes(before, after, Cell::remoteRoom).entrySet().stream()
                        .map(
                                e ->
                                        new RemoteChange(
                                                e.getKey().room(),
                                                e.getKey().night(),
                                                e.getValue()))
                        .toList());
    }

    /**
     * The channel's nights that a change or a cancellation may have moved there: those held before,
     * those held now, and those it names. Also where nothing differs: the guest may have changed
     * twice, and we saw only the last of it.
     */
    static List<RemoteChange> touched(
            List<Cell> before, List<Cell> after, IncomingReservation now) {
        var held = Stream.concat(before.stream(), after.stream());
        return Stream.concat(
                        held.map(cell -> new RemoteChange(cell.remoteRoom(), cell.night(), 0)),
                        now.stays()
                                .flatMap(
                                        room ->
                                                room.nights().stream()
                                                        .map(
                                                                night ->
                                                                        new RemoteChange(
                                                                                room.room(),
                                                                                night.night(),
                                                                                0))))
                .distinct()
                .toList();
    }

    /**
     * The earliest and the latest of some nights, to be named in a statement: it is planned for
     * their months alone then.
     */
    static Map<String, LocalDate> bounds(Stream<LocalDate> nights) {
        var all = nights.sorted().toList();
        return Map.of("earliest", all.get(0), "latest", all.get(all.size() - 1));
    }

    private static <K extends Comparable<K>> Map<Night<K>, Integer> changes(
            List<Cell> before, List<Cell> after, Function<Cell, K> room) {
        var changes = new TreeMap<Night<K>, Integer>(Comparator.naturalOrder());
        count(before, room).forEach(night -> changes.merge(night, -1, Integer::sum));
        count(after, room).forEach(night -> changes.merge(night, 1, Integer::sum));
        changes.values().removeIf(by -> by == 0);
        return changes;
    }

    private static <K extends Comparable<K>> Stream<Night<K>> count(
            List<Cell> cells, Function<Cell, K> room) {
        return cells.stream()
                .filter(cell -> room.apply(cell) != null)
                .map(cell -> new Night<>(room.apply(cell), cell.night()));
    }
}
