package io.serai.console.today;

import io.serai.console.ConnectionNow;
import io.serai.console.bookings.BookingRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.DigestUtils;

/**
 * All that the page of a hotel's day shows, as of one moment.
 *
 * @param time the hotel's own, to the minute
 * @param needs what needs a person
 * @param connections its channels
 * @param speed how soon channels had accepted what changed
 * @param latest what was booked last
 * @param sent what was sent last
 */
record Day(
        String time,
        List<Need> needs,
        List<ConnectionNow> connections,
        Speed speed,
        GuestsToday.Guests arrivals,
        GuestsToday.Guests departures,
        GuestsToday.Guests inHouse,
        List<BookingRow> latest,
        List<Sent> sent) {

    /** What test mode means at each of its channels that is in it; none where none is. */
    public List<String> getTests() {
        return connections.stream()
                .filter(ConnectionNow::isTest)
                .map(ConnectionNow::testWords)
                .distinct()
                .toList();
    }

    /** How long the oldest change waits to be sent, of all connections; empty: none waits. */
    public String getOldest() {
        return connections.stream()
                .filter(it -> !it.waiting().isEmpty())
                .map(it -> it.waiting() + " (" + it.name() + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** A stamp for each part of the page: another one where it shows something else. */
    Map<String, String> stamps() {
        Map<String, String> stamps = new LinkedHashMap<>();
        stamps.put("head", stamp(time, getTests()));
        stamps.put("needs", stamp(needs));
        stamps.put("connections", stamp(connections));
        stamps.put("speed", stamp(speed, getOldest()));
        stamps.put("guests", stamp(arrivals, departures, inHouse));
        stamps.put("latest", stamp(latest));
        stamps.put("sent", stamp(sent));
        return stamps;
    }

    private static String stamp(Object... shown) {
        return DigestUtils.md5DigestAsHex(
                        Arrays.deepToString(shown).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }
}
