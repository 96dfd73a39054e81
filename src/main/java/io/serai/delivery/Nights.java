package io.serai.delivery;

import io.serai.ari.Remote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ranges of nights of a channel's rooms or rates to be looked at, none twice.
 *
 * @param remotes the room or rate of each range
 * @param firsts the first night of each, in days since 1970-01-01
 * @param beyonds the night after the last of each
 */
record Nights(List<Remote> remotes, List<Integer> firsts, List<Integer> beyonds) {

    /**
     * The nights of these rooms or rates that some mark names, within what is sold.
     *
     * @param reach of rates, so many nights before and after a mark are looked at, too
     */
    static Nights of(List<Remote> remotes, List<Mark> marks, int today, int end, int reach) {
        Nights nights = new Nights(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Source, List<Mark>> bySource =
                marks.stream()
                        .sorted(Comparator.comparingInt(Mark::first))
                        .collect(
                                Collectors.groupingBy(
                                        mark -> new Source(mark.room(), mark.source())));
        for (Remote remote : remotes) {
            Source source = new Source(remote.isRoom(), remote.source());
            List<Mark> own = bySource.getOrDefault(source, List.of());
            nights.add(remote, own, remote.isRoom() ? 0 : reach, today, end);
        }
        return nights;
    }

    private record Source(boolean room, int id) {}

    private void add(Remote remote, List<Mark> marks, int reach, int today, int end) {
        int first = Integer.MIN_VALUE;
        int beyond = Integer.MIN_VALUE;
        for (Mark mark : marks) {
            if (mark.first() - reach > beyond) {
                put(remote, Math.max(first, today), Math.min(beyond, end));
                first = mark.first() - reach;
                beyond = mark.beyond() + reach;
            }
            beyond = Math.max(beyond, mark.beyond() + reach);
        }
        put(remote, Math.max(first, today), Math.min(beyond, end));
    }

    private void put(Remote remote, int first, int beyond) {
        if (first < beyond) {
            remotes.add(remote);
            firsts.add(first);
            beyonds.add(beyond);
        }
    }

    /** The same ranges with so many nights before and after each; they may overlap then. */
    Nights widened(int by) {
        return new Nights(
                remotes,
                firsts.stream().map(first -> first - by).toList(),
                beyonds.stream().map(beyond -> beyond + by).toList());
    }

    int size() {
        return remotes.size();
    }

    /** Only those of rooms, or only those of rates. */
    Nights of(boolean rooms) {
        Nights some = new Nights(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int range = 0; range < size(); range++) {
            if (remotes.get(range).isRoom() == rooms) {
                some.put(remotes.get(range), firsts.get(range), beyonds.get(range));
            }
        }
        return some;
    }
}
