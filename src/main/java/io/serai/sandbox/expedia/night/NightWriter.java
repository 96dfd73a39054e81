package io.serai.sandbox.expedia.night;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes told nights, all rooms in one statement and all rate plans in one. */
public final class NightWriter {

    private static final String ROOMS =
            """
            insert into expedia_room_night (room_id, night, available, closed)
            select * from unnest(?, ?, ?, ?)
            on conflict (room_id, night) do update
               set available = coalesce(excluded.available, expedia_room_night.available),
                   closed    = coalesce(excluded.closed, expedia_room_night.closed)""";

    private static final String PLANS =
            """
            insert into expedia_plan_night as old (plan_id, night, rates, closed, min_los, max_los,
                   cta, ctd, rate_change)
            select plan, night, rates::numeric[], closed, least, most, cta, ctd, change
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as told (plan, night, rates, closed, least, most, cta, ctd, change)
            on conflict (plan_id, night) do update
               set rates = case
                       when excluded.rates is null then old.rates
                       when old.rates is null then excluded.rates
                       else (select array_agg(coalesce(fresh, stale) order by n)
                               from unnest(excluded.rates, old.rates)
                                    with ordinality as both_sides (fresh, stale, n)) end,
                   closed      = coalesce(excluded.closed, old.closed),
                   min_los     = coalesce(excluded.min_los, old.min_los),
                   max_los     = coalesce(excluded.max_los, old.max_los),
                   cta         = coalesce(excluded.cta, old.cta),
                   ctd         = coalesce(excluded.ctd, old.ctd),
                   rate_change = coalesce(excluded.rate_change, old.rate_change)""";

    private final JdbcTemplate jdbc;

    NightWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their keys, as guests take them; what is null stays as it was. */
    public void rooms(Collection<ToldRoom> told) {
        if (told.isEmpty()) {
            return;
        }
        var rows =
                told.stream()
                        .sorted(Comparator.comparing(ToldRoom::room).thenComparing(ToldRoom::night))
                        .toList();
        jdbc.update(
                ROOMS,
                column("text", rows, ToldRoom::room),
                column("date", rows, r -> Date.valueOf(r.night())),
                column("int4", rows, ToldRoom::available),
                column("bool", rows, ToldRoom::closed));
    }

    /** In the order of their keys; what is null stays as it was. */
    public void plans(Collection<PlanNight> told) {
        if (told.isEmpty()) {
            return;
        }
        var rows =
                told.stream()
                        .sorted(
                                Comparator.comparing(PlanNight::plan)
                                        .thenComparing(PlanNight::night))
                        .toList();
        jdbc.update(
                PLANS,
                column("text", rows, PlanNight::plan),
                column("date", rows, r -> Date.valueOf(r.night())),
                column("text", rows, r -> literal(r.rates())),
                column("bool", rows, PlanNight::closed),
                column("int4", rows, PlanNight::minLos),
                column("int4", rows, PlanNight::maxLos),
                column("bool", rows, PlanNight::cta),
                column("bool", rows, PlanNight::ctd),
                column("bool", rows, PlanNight::rateChange));
    }

    private static <T> SqlArrayValue column(
            String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    private static @Nullable String literal(List<@Nullable BigDecimal> rates) {
        return rates.isEmpty()
                ? null
                : rates.stream()
                        .map(r -> r == null ? "null" : r.toPlainString())
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
