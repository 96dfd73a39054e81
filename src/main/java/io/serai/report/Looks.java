package io.serai.report;

import io.serai.ari.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When channels showed what they hold, prices too where they do, and what they showed differently
 * from what they accepted.
 */
final class Looks {

    /** A look that ended well is told by its outcome; one that gave way saw a part only. */
    private static final String LOOKS =
            """
            select l.connection_id, max(l.at) as at, (l.detail ->> 'from')::date as first, (l.detail ->> 'until')::date as last,
                   coalesce((l.detail ->> 'prices')::integer, 0) > 0 as priced
              from ota_sync_logs l
             where l.hotel_id = any (:hotels) and l.kind = 'run' and l.name = 'read-back' and l.outcome in ('equal', 'drift')
               and l.at > cast(:now as timestamptz) - interval '31 days' and (l.detail ->> 'shown')::integer > 0
             group by 1, 3, 4, 5
            """;

    private static final String PRICES =
            """
            select remote_id, night, position, held, shown from shown_prices
             where hotel_id = any (:hotels) and night >= :from and night < :until
            """;

    private static final String SHOWN =
            """
            select remote_id, field, shown, lower(nights) as first, upper(nights) - 1 as last
              from drifts
             where hotel_id = any (:hotels) and settled_at is null and confirmed_at is not null
               and nights && daterange(:from, :until)
            """;

    private record Place(int remote, LocalDate night) {}

    private record Price(int position, long held, long shown) {}

    private record Shown(String field, String shown, LocalDate first, LocalDate last) {}

    private final Period period;
    private final Map<Integer, Instant[]> last = new HashMap<>();
    private final Map<Integer, Instant[]> priced = new HashMap<>();
    private final Map<Integer, List<Shown>> shown = new HashMap<>();
    private final Map<Place, List<Price>> prices = new HashMap<>();

    private Looks(Period period) {
        this.period = period;
    }

    static Looks read(JdbcClient session, ReportQuestion question) {
        Looks all = new Looks(question.period());
        session.sql(LOOKS)
                .params(question.parameters())
                .param("now", question.now().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            all.look(row);
                        });
        session.sql(PRICES)
                .params(question.parameters())
                .query(
                        row -> {
                            var place =
                                    new Place(
                                            row.getInt("remote_id"),
                                            row.getObject("night", LocalDate.class));
                            all.prices
                                    .computeIfAbsent(place, it -> new ArrayList<>())
                                    .add(
                                            new Price(
                                                    row.getInt("position"),
                                                    row.getLong("held"),
                                                    row.getLong("shown")));
                        });
        session.sql(SHOWN)
                .params(question.parameters())
                .query(
                        row -> {
                            all.shown
                                    .computeIfAbsent(
                                            row.getInt("remote_id"), it -> new ArrayList<>())
                                    .add(
                                            new Shown(
                                                    row.getString("field"),
                                                    row.getString("shown"),
                                                    row.getObject("first", LocalDate.class),
                                                    row.getObject("last", LocalDate.class)));
                        });
        return all;
    }

    private void look(ResultSet row) throws SQLException {
        int connection = row.getInt("connection_id");
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        LocalDate first = row.getObject("first", LocalDate.class);
        LocalDate until = row.getObject("last", LocalDate.class);
        note(last, connection, at, first, until);
        if (row.getBoolean("priced")) {
            note(priced, connection, at, first, until);
        }
    }

    /** When a channel last showed a night; null: it did not lately. */
    @Nullable Instant last(int connection, LocalDate night) {
        return at(last, connection, night);
    }

    /** When it last showed prices of a night; null: it shows none, or did not lately. */
    @Nullable Instant priced(int connection, LocalDate night) {
        return at(priced, connection, night);
    }

    private @Nullable Instant at(Map<Integer, Instant[]> when, int connection, LocalDate night) {
        Instant[] its = when.get(connection);
        return its == null ? null : its[(int) ChronoUnit.DAYS.between(period.from(), night)];
    }

    /** Notes on each night of the period when it was seen last. */
    private void note(
            Map<Integer, Instant[]> when,
            int connection,
            Instant at,
            LocalDate first,
            LocalDate last) {
        Instant[] its = when.computeIfAbsent(connection, it -> new Instant[days()]);
        for (int day = 0; day < its.length; day++) {
            LocalDate night = period.from().plusDays(day);
            boolean shows = !night.isBefore(first) && !night.isAfter(last);
            if (shows && (its[day] == null || at.isAfter(its[day]))) {
                its[day] = at;
            }
        }
    }

    private int days() {
        return (int) ChronoUnit.DAYS.between(period.from(), period.until());
    }

    /** A price as the channel showed it; where it showed none otherwise, as it accepted it. */
    @Nullable Long price(int remote, LocalDate night, int position, @Nullable Long accepted) {
        if (accepted == null || prices.isEmpty()) {
            return accepted;
        }
        for (Price price : prices.getOrDefault(new Place(remote, night), List.of())) {
            if (price.position() == position && price.held() == accepted) {
                return price.shown();
            }
        }
        return accepted;
    }

    /** A value of a room or rate: what the channel showed where that differs, else as accepted. */
    @Nullable Integer value(int remote, Field field, LocalDate night, @Nullable Integer accepted) {
        for (Shown each : shown.getOrDefault(remote, List.of())) {
            if (each.field().equals(field.word())
                    && !night.isBefore(each.first())
                    && !night.isAfter(each.last())) {
                return Integer.valueOf(each.shown());
            }
        }
        return accepted;
    }
}
