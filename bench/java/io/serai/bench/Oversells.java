package io.serai.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bookings for which there was no room any more, each with why the channel sold it: between the
 * moment at which the last room was sold and the moment at which that channel was told of it lies a
 * window that no sender can close; and so between the moment at which a guest books and the moment
 * at which Serai hears of it.
 */
final class Oversells {

    private final Hotel hotel;
    private final Play play;
    private final Told told;
    private final Heard heard;
    private final Map<House.Cell, Integer> occupied = new HashMap<>();
    private final Map<House.Cell, Deed> filled = new HashMap<>();
    private final Map<House.Cell, Integer> offered = new HashMap<>();
    private final Map<Shop, Deed> givenBack = new HashMap<>();
    private final List<Oversell> all = new ArrayList<>();

    Oversells(Hotel hotel, Play play, Told told, Heard heard) {
        this.hotel = hotel;
        this.play = play;
        this.told = told;
        this.heard = heard;
    }

    private record Shop(Seller seller, House.Cell cell) {}

    /**
     * A room sold that was not there.
     *
     * @param filled what had sold the last one, or what the channel put on sale again by itself
     *     though it was promised elsewhere
     * @param knew when the channel accepted that none was left; null: its own sale was its last
     * @param unheard what Serai had not heard of when it told the channel that there was room again
     */
    record Oversell(
            Deed deed,
            House.Cell cell,
            Deed filled,
            @Nullable Instant knew,
            @Nullable Deed unheard) {

        /** Why the channel did not know. */
        String cause() {
            if (unheard != null) {
                return "a room became free, and one that was sold meanwhile was not heard of yet";
            }
            if (filled.seller() == null) {
                return "the hotel took rooms away and this channel was not told yet";
            }
            if (!filled.has(cell)) {
                return "a room that the channel's own guest gave back was promised elsewhere already";
            }
            return deed.seller() == filled.seller()
                    ? "a count was on its way that did not know of the channel's own last sale"
                    : "the last room was sold elsewhere and this channel not told yet";
        }

        /** Whether the channel sold before it knew. */
        boolean isExplained() {
            return knew == null || deed.at().isBefore(knew) || unheard != null;
        }

        /** From the last room's sale to the channel's knowing. */
        Duration window() {
            return Duration.between(filled.at(), knew == null ? deed.at() : knew);
        }

        @Override
        public String toString() {
            return "%s at %s at %s on %s: the last room was sold at %s by %s to %s, and the channel knew at %s"
                    .formatted(
                            deed.ref(),
                            deed.by(),
                            deed.at(),
                            cell,
                            filled.at(),
                            filled.by(),
                            filled.ref(),
                            knew);
        }
    }

    List<Oversell> all() {
        var offers = new ArrayDeque<>(hotel.house().offers());
        for (var deed : play.deeds()) {
            while (!offers.isEmpty() && offers.getFirst().at().isBefore(deed.at())) {
                offer(offers.removeFirst());
            }
            if (deed.before() != null) {
                var before = deed.before();
                before.nights().forEach(n -> free(new House.Cell(before.roomType(), n), deed));
            }
            if (deed.after() != null) {
                var after = deed.after();
                after.nights().forEach(n -> take(new House.Cell(after.roomType(), n), deed));
            }
        }
        return all;
    }

    private void offer(House.Offer offer) {
        var cell = offer.cell();
        int before = size(cell);
        offered.put(cell, offer.rooms());
        int sold = occupied.getOrDefault(cell, 0);
        if (sold < offer.rooms()) {
            filled.remove(cell);
            givenBack.keySet().removeIf(shop -> shop.cell().equals(cell));
        } else if (sold < before || offer.rooms() < before) {
            filled.put(cell, Deed.ofHotel(offer.at()));
        }
    }

    static List<String> unexplained(List<Oversell> oversells) {
        return oversells.stream().filter(it -> !it.isExplained()).map(Oversell::toString).toList();
    }

    private void free(House.Cell cell, Deed deed) {
        int now = occupied.merge(cell, -1, Integer::sum);
        if (now < size(cell)) {
            filled.remove(cell);
            givenBack.keySet().removeIf(shop -> shop.cell().equals(cell));
        } else if (!deed.has(cell)) {
            givenBack.put(new Shop(deed.seller(), cell), deed);
        }
    }

    private void take(House.Cell cell, Deed deed) {
        int now = occupied.merge(cell, 1, Integer::sum);
        if (now == size(cell)) {
            filled.put(cell, deed);
        } else if (now > size(cell) && !deed.had(cell)) {
            var filling = Objects.requireNonNull(filled.get(cell), () -> "nothing filled " + cell);
            var last = givenBack.getOrDefault(new Shop(deed.seller(), cell), filling);
            var knew = told.nothingLeft(deed.seller(), cell, last.at()).orElse(null);
            all.add(new Oversell(deed, cell, last, knew, unheard(deed, cell, knew)));
        }
    }

    private @Nullable Deed unheard(Deed sold, House.Cell cell, @Nullable Instant knew) {
        if (knew == null || sold.at().isBefore(knew)) {
            return null;
        }
        return told.somethingLeft(sold.seller(), cell, knew, sold.at()).stream()
                .flatMap(
                        told ->
                                play.deeds().stream()
                                        .filter(deed -> deed.has(cell) && !deed.had(cell))
                                        .filter(deed -> heard.isUnheard(deed, told)))
                .findFirst()
                .orElse(null);
    }

    private int size(House.Cell cell) {
        return offered.getOrDefault(cell, hotel.house().sizes().getOrDefault(cell.roomType(), 0));
    }
}
