package io.serai.console.bookings;

import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.hotel.Money;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.People;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads bookings for lists, with who booked; never a card. */
@Repository
public class BookingRows {

    /** How lists call what the hotel took itself. */
    static final String DIRECT = "Direct";

    private static final String ROWS =
            """
            select r.id, r.number, case r.provider when 'direct' then 'Direct' else coalesce(c.integration_name, r.provider) end as channel,
                   r.status, r.arrival, r.departure, r.total, r.currency, r.created_at, r.updated_at, r.is_oversold, r.is_unmapped,
                   r.person_key, r.booker_sealed,
                   (select v.body_sealed from reservation_revisions v
                     where r.status = 'cancelled' and v.reservation_id = r.id and v.kind = 'cancel'
                     order by v.revision desc limit 1) as cancel_sealed,
                   (select string_agg(n || ' × ' || what, ', ' order by what)
                      from (select count(*) as n, coalesce(t.name, m.room_name, m.remote_room) as what
                              from reservation_rooms m left join room_types t on t.id = m.room_type_id
                             where m.reservation_id = r.id group by 2) k) as rooms,
                   exists (select from reservation_revisions v
                            where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is not null) as thanked,
                   exists (select from reservation_revisions v
                            where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null
                              and v.confirm_ended_at is null and v.expires_at is null) as unawaited,
                   (select v.expires_at from reservation_revisions v
                     where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null
                       and v.confirm_ended_at is null) as confirm_by
              from unnest(:ids) with ordinality i (id, place)
              join reservations r on r.id = i.id
              left join third_party_integrations c on c.id = r.connection_id
             order by i.place
            """;

    private final People people;
    private final Clock clock;

    BookingRows(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Those of these keys that the session sees, in the order of the keys. */
    public List<BookingRow> read(JdbcClient session, Hotel hotel, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.sql(ROWS)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, number) -> row(row, hotel))
                        .list();
    }

    private BookingRow row(ResultSet row, Hotel hotel) throws SQLException {
        LocalDate arrival = row.getObject("arrival", LocalDate.class);
        LocalDate departure = row.getObject("departure", LocalDate.class);
        BigDecimal total = row.getBigDecimal("total");
        return new BookingRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                guest(row),
                row.getString("status"),
                arrival == null ? "" : Times.date(arrival),
                departure == null ? "" : Times.date(departure),
                arrival == null || departure == null
                        ? 0
                        : (int) ChronoUnit.DAYS.between(arrival, departure),
                Objects.requireNonNullElse(row.getString("rooms"), ""),
                total == null ? "" : Money.of(total, row.getString("currency")),
                total == null ? "" : totalNote(row),
                moment(row, "created_at", hotel),
                moment(row, "updated_at", hotel),
                alert(row),
                row.getBoolean("thanked"),
                row.getBoolean("unawaited"),
                confirmBy(row.getObject("confirm_by", OffsetDateTime.class), hotel));
    }

    private static String moment(ResultSet row, String column, Hotel hotel) throws SQLException {
        return Times.moment(row.getObject(column, OffsetDateTime.class).toInstant(), hotel.zone());
    }

    private String confirmBy(@Nullable OffsetDateTime moment, Hotel hotel) {
        return moment == null
                ? ""
                : Times.deadline(moment.toInstant(), clock.instant(), hotel.zone());
    }

    private String totalNote(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("person_key");
        byte[] sealed = row.getBytes("cancel_sealed");
        return row.getString("status").equals("cancelled")
                ? CancelledTotal.words(
                        key == null || sealed == null ? null : people.openRevision(key, sealed),
                        row.getString("currency"))
                : "";
    }

    private static String alert(ResultSet row) throws SQLException {
        return Stream.of(
                        row.getBoolean("is_oversold") ? "more rooms sold than there are" : "",
                        row.getBoolean("is_unmapped") ? "its room or rate is not known here" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String guest(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("person_key");
        byte[] sealed = row.getBytes("booker_sealed");
        if (key == null || sealed == null) {
            return "";
        }
        Booker booker = people.openBooker(key, sealed);
        return Stream.of(booker.given(), booker.surname())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
