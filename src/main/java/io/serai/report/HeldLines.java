package io.serai.report;

import io.serai.ari.Field;
import io.serai.ari.Pricing;
import io.serai.channel.Channels;
import io.serai.report.HeldLine.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what channels hold of the rates that are something in the hotel. */
@Component
class HeldLines {

    private static final String SQL =
            """
            select c.hotel_id, h.night, t.code as room_type, l.code as rate_plan, c.provider, c.id as connection, r.id as rate, r.remote_rate,
                   coalesce(c.currency, o.currency) as currency, r.pricing as said, l.pricing as plan, h.prices, h.unknown, h.attempt_id,
                   h.closed::integer as closed, h.min_through, m.id as room, m.rooms, m.room_closed::integer as room_closed,
                   coalesce(m.unknown, 0) as room_unknown, coalesce(m.attempt_id, 0) as room_attempt
              from third_party_integrations c
              join hotels o on o.id = c.hotel_id
              join ota_rate_plans r on r.connection_id = c.id and r.state = 'active' and r.product_id is not null
              join products p on p.id = r.product_id
              join room_types t on t.id = p.room_type_id
              join rate_plans l on l.id = p.rate_plan_id
              join held_nights h on h.remote_id = r.id and h.night >= :from and h.night < :until
              left join (select a.id, a.connection_id, a.remote_room, n.night, n.rooms, n.room_closed, n.unknown, n.attempt_id
                           from ota_rate_plans a join held_nights n on n.remote_id = a.id and n.night >= :from and n.night < :until
                          where a.hotel_id = any (:hotels) and a.remote_rate is null and a.state = 'active') m
                on m.connection_id = c.id and m.remote_room = r.remote_room and m.night = h.night
             where c.hotel_id = any (:hotels) and c.state <> 'disconnected' and (cast(:channel as text) is null or c.provider = :channel)
             order by c.hotel_id, h.night, t.code, l.code, c.id, r.id
             limit :most
            """;

    private final Channels channels;

    HeldLines(Channels channels) {
        this.channels = channels;
    }

    /**
     * By hotel, night, room type, plan and connection.
     *
     * @param most so many at most
     */
    List<HeldLine> read(JdbcClient session, ReportQuestion question, int most) {
        Looks looks = Looks.read(session, question);
        List<HeldRow> rows =
                session.sql(SQL)
                        .params(question.parameters())
                        .param("channel", question.channel())
                        .param("most", most)
                        .query((row, number) -> row(row))
                        .list();
        Map<Long, Instant> answered = answered(session, rows);
        return rows.stream().map(row -> line(row, question.guests(), looks, answered)).toList();
    }

    private HeldRow row(ResultSet row) throws SQLException {
        return new HeldRow(
                row.getInt("hotel_id"),
                row.getObject("night", LocalDate.class),
                row.getString("room_type"),
                row.getString("rate_plan"),
                row.getString("provider"),
                row.getInt("connection"),
                row.getInt("rate"),
                row.getString("remote_rate"),
                row.getString("currency"),
                pricing(
                        row.getString("provider"),
                        Pricing.of(row.getString("plan")),
                        row.getString("said")),
                prices(row),
                row.getInt("unknown"),
                row.getLong("attempt_id"),
                row.getObject("closed", Integer.class),
                row.getObject("min_through", Integer.class),
                row.getObject("room", Integer.class),
                row.getObject("rooms", Integer.class),
                row.getObject("room_closed", Integer.class),
                row.getInt("room_unknown"),
                row.getLong("room_attempt"));
    }

    private Pricing pricing(String provider, Pricing plan, @Nullable String said) {
        return channels.findByCode(provider)
                .map(channel -> Pricing.at(channel.definition(), plan, said))
                .orElseGet(() -> said == null ? plan : Pricing.of(said));
    }

    private static List<@Nullable Long> prices(ResultSet row) throws SQLException {
        var held = row.getArray("prices");
        return held == null ? List.of() : Arrays.asList((Long[]) held.getArray());
    }

    /** When the messages were answered that told these nights last. */
    private static Map<Long, Instant> answered(JdbcClient session, List<HeldRow> rows) {
        Map<Long, Instant> answered = new HashMap<>();
        Long[] attempts =
                rows.stream()
                        .flatMap(row -> Stream.of(row.attempt(), row.roomAttempt()))
                        .filter(attempt -> attempt != 0)
                        .distinct()
                        .toArray(Long[]::new);
        session.sql(
                        "select id, answered_at from attempts where id = any (:attempts) and answered_at is not null")
                .param("attempts", attempts)
                .query(
                        row -> {
                            answered.put(
                                    row.getLong("id"),
                                    row.getObject("answered_at", OffsetDateTime.class).toInstant());
                        });
        return answered;
    }

    private static HeldLine line(
            HeldRow row, int guests, Looks looks, Map<Long, Instant> answered) {
        Instant told = answered.get(row.attempt());
        Instant priced = looks.priced(row.connection(), row.night());
        boolean read = priced != null && (told == null || !priced.isBefore(told));
        HeldPrice price =
                HeldPrice.of(
                        row.pricing(),
                        read ? looks.prices(row.rate(), row.night(), row.prices()) : row.prices(),
                        row.unknown(),
                        guests,
                        Currency.getInstance(row.currency()));
        boolean known =
                (row.unknown() & Field.CLOSED.bit()) == 0
                        && (row.roomUnknown() & (Field.ROOMS.bit() | Field.ROOM_CLOSED.bit())) == 0;
        Instant accepted = latest(answered.get(row.attempt()), answered.get(row.roomAttempt()));
        Instant looked = looks.last(row.connection(), row.night());
        boolean shown = looked != null && (accepted == null || !looked.isBefore(accepted));
        Integer rooms =
                known ? value(looks, row.room(), Field.ROOMS, row.night(), row.rooms()) : null;
        Boolean sold = known ? sold(row, rooms, looks) : null;
        return new HeldLine(
                row.hotel(),
                row.night(),
                row.roomType(),
                row.ratePlan(),
                row.channel(),
                row.connection(),
                row.remoteRate(),
                row.currency(),
                price.amount(),
                price.why(),
                price.amount() == null ? Source.UNKNOWN : read ? Source.READ_BACK : Source.ACCEPTED,
                price.amount() == null ? null : read ? priced : told,
                rooms,
                sold,
                value(looks, row.rate(), Field.MIN_THROUGH, row.night(), row.leastStay()),
                sold == null ? Source.UNKNOWN : shown ? Source.READ_BACK : Source.ACCEPTED,
                sold == null ? null : shown ? looked : accepted);
    }

    /** Null where it was never told how many rooms there are, and is not closed. */
    private static @Nullable Boolean sold(HeldRow row, @Nullable Integer rooms, Looks looks) {
        Integer closed = value(looks, row.rate(), Field.CLOSED, row.night(), row.closed());
        Integer room = value(looks, row.room(), Field.ROOM_CLOSED, row.night(), row.roomClosed());
        if (Integer.valueOf(1).equals(closed) || Integer.valueOf(1).equals(room)) {
            return false;
        }
        return rooms == null ? null : rooms > 0;
    }

    /** What it showed where that differs, else what it accepted. */
    private static @Nullable Integer value(
            Looks looks,
            @Nullable Integer remote,
            Field field,
            LocalDate night,
            @Nullable Integer accepted) {
        return remote == null
                ? accepted
                : looks.shown(remote, field.word(), night).orElse(accepted);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }
}
