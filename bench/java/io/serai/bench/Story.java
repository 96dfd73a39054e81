package io.serai.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What happened to a booking or a night that is wrong in the end, with the faults around it. */
final class Story {

    private static final Pattern NUMBER = Pattern.compile("(booking\\.com|expedia) (\\d+)");
    private static final Pattern NIGHT =
            Pattern.compile("roomType=(\\w+).*night=(\\d{4}-\\d{2}-\\d{2})");
    private static final int MOST = 60;

    private final Stage stage;
    private final Play play;
    private final Chronicle chronicle;

    Story(Stage stage, Play play, Chronicle chronicle) {
        this.stage = stage;
        this.play = play;
        this.chronicle = chronicle;
    }

    /** Of the booking or night that a difference names, line by line in order of time. */
    List<String> of(String difference) {
        var events = new TreeMap<String, String>();
        var booking = NUMBER.matcher(difference);
        var night = NIGHT.matcher(difference);
        if (booking.find()) {
            booking(booking.group(1), booking.group(2), events);
        } else if (night.find()) {
            night(night.group(1), LocalDate.parse(night.group(2)), events);
        }
        var strikes = new TreeMap<String, String>();
        events.values().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .map(Instant::parse)
                .flatMap(at -> chronicle.around(at).stream())
                .filter(strike -> !strike.kind().startsWith("channel") || strike.times() > 0)
                .forEach(strike -> strikes.put(strike.toString(), "          " + strike));
        events.putAll(strikes);
        return events.values().stream().limit(MOST).toList();
    }

    private void booking(String provider, String number, TreeMap<String, String> events) {
        stage.database()
                .jdbc()
                .sql(
                        """
                        select v.received_at, format('Serai took revision %s (%s), acknowledged %s', v.revision, v.kind, v.acknowledged_at)
                          from reservation_revisions v join channel_accounts a on a.id = v.account_id
                         where a.provider = ? and v.number = ?
                        """)
                .params(provider, number)
                .query(
                        row -> {
                            add(events, row.getTimestamp(1).toInstant(), row.getString(2));
                        });
        stage.sellers().stream()
                .filter(seller -> seller.provider().equals(provider))
                .forEach(
                        seller ->
                                seller.desk()
                                        .get("/sandbox/hotels/" + seller.hotel() + "/bookings")
                                        .forEach(
                                                shown -> {
                                                    var promise = seller.promise(shown);
                                                    if (promise.number().equals(number)) {
                                                        deeds(promise.ref(), events);
                                                    }
                                                }));
    }

    private void deeds(String ref, TreeMap<String, String> events) {
        play.deeds().stream()
                .filter(deed -> deed.ref().equals(ref))
                .forEach(
                        deed ->
                                add(
                                        events,
                                        deed.at(),
                                        "guest " + ref + " at " + deed.by() + ": " + deed.after()));
    }

    private void night(String roomType, LocalDate night, TreeMap<String, String> events) {
        var cell = new House.Cell(roomType, night);
        play.deeds().stream()
                .filter(deed -> deed.has(cell) || deed.had(cell))
                .forEach(
                        deed ->
                                add(
                                        events,
                                        deed.at(),
                                        "guest %s at %s: %s, before %s"
                                                .formatted(
                                                        deed.ref(),
                                                        deed.by(),
                                                        deed.after(),
                                                        deed.before())));
        chronicle.edits().stream()
                .filter(edit -> edit.what().contains(roomType))
                .filter(
                        edit ->
                                edit.from().compareTo(night.toString()) <= 0
                                        && edit.to().compareTo(night.toString()) >= 0)
                .forEach(edit -> add(events, edit.at(), edit.by() + ": " + edit.what()));
        stage.database()
                .jdbc()
                .sql(
                        """
                        select g.opened_at, format('Serai told %s, attempt %s: %s; %s at %s, again at %s', c.provider, a.id, g.sent, a.outcome, a.answered_at, a.again_at)
                          from attempt_ranges g
                          join attempts a on a.id = g.attempt_id
                          join ota_rate_plans p on p.id = g.remote_id
                          left join products s on s.id = p.product_id
                          join room_types t on t.id = coalesce(p.room_type_id, s.room_type_id)
                          join third_party_integrations c on c.id = g.connection_id
                         where t.code = ? and g.nights @> ?::date
                        """)
                .params(roomType, night)
                .query(
                        row -> {
                            add(events, row.getTimestamp(1).toInstant(), row.getString(2));
                        });
    }

    private static void add(TreeMap<String, String> events, Instant at, String what) {
        events.put(at + " " + what, at + " " + what);
    }
}
