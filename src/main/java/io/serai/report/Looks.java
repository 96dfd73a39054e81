package io.serai.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    private record Look(Instant at, LocalDate first, LocalDate last, boolean priced) {}

    private record Place(int remote, LocalDate night) {}

    private record Price(int position, long held, long shown) {}

    private record Shown(String field, String shown, LocalDate first, LocalDate last) {}

    private final Map<Integer, List<Look>> looks = new HashMap<>();
    private final Map<Integer, List<Shown>> shown = new HashMap<>();
    private final Map<Place, List<Price>> prices = new HashMap<>();

    private Looks() {}

    static Looks read(JdbcClient session, ReportQuestion question) {
        Looks all = new Looks();
        session.sql(LOOKS)
                .params(question.parameters())
                .param("now", question.now().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            all.looks
                                    .computeIfAbsent(
                                            row.getInt("connection_id"), it -> new ArrayList<>())
                                    .add(
                                            new Look(
                                                    row.getObject("at", OffsetDateTime.class)
                                                            .toInstant(),
                                                    row.getObject("first", LocalDate.class),
                                                    row.getObject("last", LocalDate.class),
                                                    row.getBoolean("priced")));
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

    /** When a channel last showed a night; null: it did not lately. */
    @Nullable Instant last(int connection, LocalDate night) {
        return last(connection, night, look -> true);
    }

    /** When it last showed prices of a night; null: it shows none, or did not lately. */
    @Nullable Instant priced(int connection, LocalDate night) {
        return last(connection, night, Look::priced);
    }

    /** The prices of a night as it showed them; where it showed none otherwise, as it accepted. */
    List<@Nullable Long> prices(int remote, LocalDate night, List<@Nullable Long> accepted) {
        List<@Nullable Long> all = new ArrayList<>(accepted);
        for (Price price : prices.getOrDefault(new Place(remote, night), List.of())) {
            if (price.position() < all.size()
                    && Long.valueOf(price.held()).equals(all.get(price.position()))) {
                all.set(price.position(), price.shown());
            }
        }
        return all;
    }

    private @Nullable Instant last(int connection, LocalDate night, Predicate<Look> which) {
        return looks.getOrDefault(connection, List.of()).stream()
                .filter(which)
                .filter(it -> !night.isBefore(it.first()) && !night.isAfter(it.last()))
                .map(Look::at)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** What it showed of a room or rate instead of what it had accepted. */
    Optional<Integer> shown(int remote, String field, LocalDate night) {
        return shown.getOrDefault(remote, List.of()).stream()
                .filter(it -> it.field().equals(field))
                .filter(it -> !night.isBefore(it.first()) && !night.isAfter(it.last()))
                .map(it -> Integer.valueOf(it.shown()))
                .findFirst();
    }
}
