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

    /** The nights of these rooms or rates that some mark names, within what is sold. */
    static Nights of(List<Remote> remotes, List<Mark> marks, int today, int end) {
        Nights nights = new Nights(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Source, List<Mark>> bySource =
                marks.stream()
                        .sorted(Comparator.comparingInt(Mark::first))
                        .collect(
                                Collectors.groupingBy(
                                        mark -> new Source(mark.room(), mark.source())));
        for (Remote remote : remotes) {
            Source source = new Source(remote.isRoom(), remote.source());
            nights.add(remote, bySource.getOrDefault(source, List.of()), today, end);
        }
        return nights;
    }

    private record Source(boolean room, int id) {}

    private void add(Remote remote, List<Mark> marks, int today, int end) {
        int first = Integer.MIN_VALUE;
        int beyond = Integer.MIN_VALUE;
        for (Mark mark : marks) {
            if (mark.first() > beyond) {
                put(remote, Math.max(first, today), Math.min(beyond, end));
                first = mark.first();
                beyond = mark.beyond();
            }
            beyond = Math.max(beyond, mark.beyond());
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
