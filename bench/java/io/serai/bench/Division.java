package io.serai.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which booking is made at which channel: those of the agency with the most bookings at the first,
 * those of all other agencies at the second; what no agency brought by turns. A stay that a channel
 * cannot sell is booked at the first that can.
 */
final class Division {

    private final Map<String, Seller> byRef = new HashMap<>();
    private final Map<Seller, Integer> counts = new HashMap<>();

    private Division() {}

    static Division of(Guestbook guestbook, List<Seller> sellers) {
        var division = new Division();
        var largest = guestbook.largestAgency();
        int turn = 0;
        for (var life : guestbook.lives()) {
            var agency = guestbook.agencies().get(life.ref());
            int place = agency == null ? turn++ : agency.equals(largest) ? 0 : 1;
            division.put(life.ref(), Stay.of(life), place % sellers.size(), sellers);
        }
        return division;
    }

    private void put(String ref, Stay stay, int place, List<Seller> sellers) {
        var wanted = sellers.get(place);
        var seller =
                wanted.sells(stay)
                        ? wanted
                        : sellers.stream()
                                .filter(it -> it.sells(stay))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        ref + ": no channel sells " + stay));
        byRef.put(ref, seller);
        counts.merge(seller, 1, Integer::sum);
    }

    Seller of(String ref) {
        return byRef.get(ref);
    }

    int count(Seller seller) {
        return counts.getOrDefault(seller, 0);
    }
}
