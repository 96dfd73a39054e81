package io.serai.bench;

import java.nio.file.Path;

/**
 * What a replay is asked for.
 *
 * @param bookings how many of the input's are played; 0: all of a file, 3,000 invented ones
 * @param kills how often Serai is killed meanwhile
 * @param faults how often each kind of fault strikes at each of the channels' addresses
 * @param seed of everything that is left to chance
 * @param rooms the hotel's size in percent of its busiest nights; less than 100 sells out
 * @param input the file of real bookings; invented ones where it is not there
 * @param work where databases and logs lie
 */
record ReplaySettings(
        int bookings, int kills, int faults, long seed, int rooms, Path input, Path work) {

    /** From the system properties {@code replay.*}. */
    static ReplaySettings given() {
        return new ReplaySettings(
                Integer.parseInt(given("bookings", "0")),
                Integer.parseInt(given("kills", "0")),
                Integer.parseInt(given("faults", "0")),
                Long.parseLong(given("seed", "1")),
                Integer.parseInt(given("rooms", "100")),
                Path.of(given("input", "../shared/data/resort-hotel-bookings.csv.gz")),
                Path.of(given("work", "target/replay")));
    }

    private static String given(String name, String otherwise) {
        var value = System.getProperty("replay." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
