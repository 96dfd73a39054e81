package io.serai.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in plain lines what a replay did and found. */
final class ReplayReport {

    private static final double SECOND = 1e9;

    /** Rooms and restrictions, prices, restrictions of stays on arrival. */
    private static final int REQUESTS = 3;

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

    void firstSync(Hotel hotel, Calls calls, long nanos) {
        line(
                "First sync     %,d messages in %.1f s; fewest possible %,d (months × %d requests)",
                calls.messages(),
                nanos / SECOND,
                months(hotel.today(), hotel.lastNight()) * REQUESTS,
                REQUESTS);
    }

    private static int months(LocalDate from, LocalDate to) {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
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

    void kills(List<String> kills) {
        line("Kills          %d", kills.size());
        kills.forEach(kill -> line("               %s", kill));
    }

    void messages(Play play, Calls calls) {
        var bookings = Math.max(1, play.standing().size());
        line(
                "Messages       %,d with rooms or prices, %.2f a booking",
                calls.messages(), (double) calls.messages() / bookings);
        line(
                "               fewest possible: %,d, of a sender that waits to the end (months in which rooms"
                        + " came free); %,d of one that tells each change by itself",
                play.freed().fewest(), play.freed().oneByOne());
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
