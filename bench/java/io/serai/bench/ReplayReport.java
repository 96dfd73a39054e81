package io.serai.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in plain lines what a replay did and found. */
final class ReplayReport {

    private static final double SECOND = 1e9;

    private final PrintStream out;

    ReplayReport(PrintStream out) {
        this.out = out;
    }

    private void line(String format, Object... values) {
        out.printf(format + "%n", values);
    }

    void input(Guestbook guestbook, Hotel hotel, int acts) {
        line("Input          %s", guestbook.source());
        line("               %,d bookings, %,d acts of guests", guestbook.lives().size(), acts);
        guestbook.notes().forEach((note, rows) -> line("               %,d × %s", rows, note));
        line(
                "Hotel          rooms %s, %d products, nights %s to %s",
                hotel.house().sizes(), hotel.products().size(), hotel.today(), hotel.lastNight());
    }

    void firstSync(Hotel hotel, List<Seller> sellers, long nanos) {
        line("First sync     %.1f s", nanos / SECOND);
        for (var seller : sellers) {
            line(
                    "               %s: %,d messages, fewest possible %,d",
                    seller.name(), Calls.of(List.of(seller)).messages(), seller.firstSync(hotel));
        }
    }

    void division(Division division, List<Seller> sellers) {
        sellers.forEach(
                seller ->
                        line(
                                "               %,d bookings are made at %s",
                                division.count(seller), seller.name()));
    }

    void betweenChannels(Told told, List<Oversells.Oversell> oversells) {
        var across = told.acrossChannels(Instant.EPOCH);
        if (!across.isEmpty()) {
            line(
                    "Between        %,d bookings lowered the other channel's count: %s from their commit to its acceptance",
                    across.size(), times(across));
        }
        line(
                "Oversold       %,d bookings, for which no room was left any more",
                oversells.stream().map(it -> it.deed().ref()).distinct().count());
        oversells.stream()
                .filter(Oversells.Oversell::isExplained)
                .collect(Collectors.groupingBy(Oversells.Oversell::cause))
                .forEach(
                        (cause, own) ->
                                line(
                                        "               %,d room nights: %s; the window was %s long",
                                        own.size(),
                                        cause,
                                        times(
                                                own.stream()
                                                        .map(it -> (double) it.window().toMillis())
                                                        .toList())));
    }

    static String times(List<Double> millis) {
        var spread = Spread.of(millis);
        return "p50 %.2f s, p90 %.2f s, p99 %.2f s, worst %.2f s"
                .formatted(
                        spread.percentile(50) / 1000,
                        spread.percentile(90) / 1000,
                        spread.percentile(99) / 1000,
                        spread.percentile(100) / 1000);
    }

    void played(Play play, Hotel hotel, int acts, long acting, long all) {
        line(
                "Guests         %,d acts in %.1f s, %.0f a second; all taken and told %.1f s later",
                acts, acting / SECOND, acts / (acting / SECOND), (all - acting) / SECOND);
        line("               done: %s", play.done());
        line(
                "               refused: %s; %,d of them though a room was free by then",
                play.refused(), play.refusedThoughFree());
        line("               %,d acts on bookings that had been refused", play.moot());
        line(
                "               nights with more rooms promised than there are: %,d",
                hotel.house().oversold());
    }

    void kills(List<String> kills, int faults) {
        line("Kills          %d", kills.size());
        line(
                "Faults         %d of each kind at each address: 500, cut before or after the effect, half an answer",
                faults);
        kills.forEach(kill -> line("               %s", kill));
    }

    void messages(Play play, Calls calls) {
        var bookings = Math.max(1, play.standing().size());
        line(
                "Messages       %,d with rooms or prices, %.2f a booking",
                calls.messages(), (double) calls.messages() / bookings);
        line(
                "               fewest possible: %,d, of a sender that waits to the end (months in which rooms"
                        + " came free, or all at once); %,d of one that tells each act by itself",
                play.fewest().atTheEnd(), play.fewest().oneByOne());
        calls.counts().forEach((name, count) -> line("               %,7d %s", count, name));
    }

    /** The failed ones. */
    Map<String, List<String>> checks(Map<String, List<String>> all) {
        var failed = new LinkedHashMap<String, List<String>>();
        all.forEach(
                (check, differences) -> {
                    line("%-14s %s", differences.isEmpty() ? "right" : "WRONG", check);
                    if (!differences.isEmpty()) {
                        line("      %s", Reckoning.first(differences));
                        failed.put(check, differences);
                    }
                });
        return failed;
    }
}
