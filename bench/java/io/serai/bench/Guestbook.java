package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import io.serai.sandbox.guests.InventedYear;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The bookings that are played.
 *
 * @param source where they are from
 * @param lives each with its life
 * @param agencies which agency brought a booking, by its ref; absent where none did
 * @param notes what was decided about rows that no channel could sell so
 */
record Guestbook(
        String source,
        List<BookingLife> lives,
        Map<String, String> agencies,
        Map<String, Integer> notes) {

    private static final int INVENTED = 3_000;

    private static final List<SoldRoom> ROOMS =
            List.of(
                    new SoldRoom("A", 61, 3, 80, List.of("BB", "HB", "FB")),
                    new SoldRoom("D", 18, 4, 105, List.of("BB", "HB")),
                    new SoldRoom("E", 12, 4, 115, List.of("BB", "HB")),
                    new SoldRoom("G", 5, 5, 165, List.of("BB", "HB")),
                    new SoldRoom("F", 2, 2, 125, List.of("BB")),
                    new SoldRoom("C", 2, 6, 155, List.of("BB")));

    /** Of the file if it is there, else invented; the first arrival is today or within a week. */
    static Guestbook open(ReplaySettings settings, LocalDate today) throws IOException {
        if (!Files.exists(settings.input())) {
            return invented(settings, today);
        }
        var file = BookingsFile.read(settings.input());
        var lives = new ArrayList<>(file.lives());
        if (settings.bookings() > 0 && settings.bookings() < lives.size()) {
            Collections.shuffle(lives, new Random(settings.seed()));
            lives.subList(settings.bookings(), lives.size()).clear();
        }
        return new Guestbook(
                settings.input().getFileName() + ": real bookings of a resort hotel in Portugal",
                Shift.toBeginOn(today, lives),
                file.agencies(),
                file.notes());
    }

    private static Guestbook invented(ReplaySettings settings, LocalDate today) {
        var count = settings.bookings() > 0 ? settings.bookings() : INVENTED;
        return new Guestbook(
                "an invented year (" + settings.input() + " is not there)",
                new InventedYear(settings.seed(), today, ROOMS).lives(count),
                Map.of(),
                Map.of());
    }

    /** The agency with the most bookings; none where no agency brought any. */
    String largestAgency() {
        return lives.stream()
                .filter(life -> agencies.containsKey(life.ref()))
                .collect(
                        Collectors.groupingBy(
                                life -> agencies.get(life.ref()), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }
}
