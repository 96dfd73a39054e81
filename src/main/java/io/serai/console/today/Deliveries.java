package io.serai.console.today;

import io.serai.channel.Channels;
import io.serai.console.ConnectionCurrencies;
import io.serai.console.Hotel;
import io.serai.console.RequestWords;
import io.serai.console.Times;
import io.serai.console.ValueWords;
import io.serai.console.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest deliveries of a hotel. */
@Repository
class Deliveries {

    private static final int MOST = 5;
    private static final int RANGES = 2;

    private final Channels channels;

    Deliveries(Channels channels) {
        this.channels = channels;
    }

    /** The latest first. */
    List<Sent> latest(JdbcClient database, Hotel hotel) {
        List<Attempt> attempts =
                database.sql(
                                """
                                select a.id, a.opened_at, c.integration_name, c.provider, a.request, a.updates, a.outcome, a.reference, a.code, a.words
                                  from third_party_integrations c
                                  join lateral (select * from attempts where connection_id = c.id order by id desc limit :most) a on true
                                 where c.hotel_id = :hotel
                                 order by a.id desc limit :most
                                """)
                        .param("hotel", hotel.id())
                        .param("most", MOST)
                        .query((row, number) -> attempt(row, hotel))
                        .list();
        Map<Long, List<Sent.Range>> ranges =
                ranges(database, attempts, ConnectionCurrencies.of(database, hotel));
        return attempts.stream().map(it -> it.sent(ranges.getOrDefault(it.id, List.of()))).toList();
    }

    private record Attempt(
            long id,
            String at,
            String channel,
            String request,
            int updates,
            String outcome,
            String reference,
            String words) {

        Sent sent(List<Sent.Range> ranges) {
            return new Sent(
                    id,
                    at,
                    channel,
                    request,
                    ranges,
                    Math.max(updates - ranges.size(), 0),
                    outcome,
                    reference,
                    words);
        }
    }

    private Attempt attempt(ResultSet row, Hotel hotel) throws SQLException {
        return new Attempt(
                row.getLong("id"),
                Times.moment(
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(), hotel.zone()),
                row.getString("integration_name"),
                request(row.getString("provider"), row.getString("request")),
                row.getInt("updates"),
                row.getString("outcome"),
                Objects.requireNonNullElse(row.getString("reference"), ""),
                said(row.getString("code"), row.getString("words")));
    }

    private String request(String provider, String request) {
        return channels.findByCode(provider)
                .map(channel -> RequestWords.of(channel.definition(), request))
                .orElse(request);
    }

    private static Map<Long, List<Sent.Range>> ranges(
            JdbcClient database, List<Attempt> attempts, ConnectionCurrencies currencies) {
        return database
                .sql(
                        """
                        select g.attempt_id, r.connection_id, r.room_name, r.rate_name, r.remote_room, r.remote_rate, lower(g.nights) as first,
                               upper(g.nights) - 1 as last, g.weekdays is not null as some_days, g.sent::text, g.outcome, g.code, g.words
                          from unnest(?::bigint[]) a (id)
                          join lateral (select * from attempt_ranges where attempt_id = a.id order by nights, remote_id limit ?) g on true
                          join ota_rate_plans r on r.id = g.remote_id
                        """)
                .params(attempts.stream().map(Attempt::id).toArray(Long[]::new), RANGES)
                .query(
                        (row, number) ->
                                Map.entry(row.getLong("attempt_id"), range(row, currencies)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Sent.Range range(ResultSet row, ConnectionCurrencies currencies)
            throws SQLException {
        String room =
                Objects.requireNonNullElse(
                        row.getString("room_name"), row.getString("remote_room"));
        String rate =
                row.getString("rate_name") == null
                        ? row.getString("remote_rate")
                        : row.getString("rate_name");
        String nights =
                Times.nights(
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class));
        return new Sent.Range(
                rate == null ? room : room + " · " + rate,
                row.getBoolean("some_days") ? nights + " on some weekdays" : nights,
                ValueWords.sent(row.getString("sent"), currencies.at(row.getInt("connection_id"))),
                row.getString("outcome") == null
                        ? ""
                        : Stream.of(
                                        Words.of("delivery", row.getString("outcome")),
                                        said(row.getString("code"), row.getString("words")))
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(": ")));
    }

    private static String said(@Nullable String code, @Nullable String words) {
        return Stream.of(code, words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
