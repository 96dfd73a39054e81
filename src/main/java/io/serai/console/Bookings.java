package io.serai.console;

import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.People;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest bookings of a hotel, with who booked; never a card. */
@Repository
class Bookings {

    private static final int MOST = 10;

    private final People people;
    private final Clock clock;

    Bookings(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The latest taken first. */
    List<Booked> latest(JdbcClient database, Hotel hotel) {
        return database.sql(
                        """
                        select r.id, r.number, case r.provider when 'direct' then 'Direct' else coalesce(c.integration_name, r.provider) end as channel, r.status, r.arrival, r.departure, r.total,
                               r.currency, r.updated_at, (extract(epoch from r.updated_at) * 1000000)::bigint as change, r.is_oversold,
                               r.is_unmapped, r.person_key, r.booker_sealed,
                               (select string_agg(n || ' × ' || what, ', ' order by what)
                                  from (select count(*) as n, coalesce(t.name, m.room_name, m.remote_room) as what
                                          from reservation_rooms m left join room_types t on t.id = m.room_type_id
                                         where m.reservation_id = r.id group by 2) k) as rooms,
                               exists (select from reservation_revisions v
                                        where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is not null) as thanked,
                               (select v.expires_at from reservation_revisions v
                                 where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null) as confirm_by
                          from (select * from reservations where hotel_id = ? and not is_rejected order by updated_at desc, id desc limit ?) r
                          left join third_party_integrations c on c.id = r.connection_id
                         order by r.updated_at desc, r.id desc
                        """)
                .params(hotel.id(), MOST)
                .query((row, number) -> booked(row, hotel))
                .list();
    }

    private Booked booked(ResultSet row, Hotel hotel) throws SQLException {
        LocalDate arrival = row.getObject("arrival", LocalDate.class);
        LocalDate departure = row.getObject("departure", LocalDate.class);
        BigDecimal total = row.getBigDecimal("total");
        return new Booked(
                row.getLong("change"),
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                guest(row),
                row.getString("status"),
                arrival == null || departure == null ? "" : Times.nights(arrival, departure),
                Objects.requireNonNullElse(row.getString("rooms"), ""),
                total == null ? "" : money(total) + " " + row.getString("currency"),
                Times.moment(
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        hotel.zone()),
                alarm(row),
                row.getBoolean("thanked"),
                confirmBy(row.getObject("confirm_by", OffsetDateTime.class), hotel));
    }

    private String confirmBy(@Nullable OffsetDateTime moment, Hotel hotel) {
        if (moment == null) {
            return "";
        }
        return Times.deadline(moment.toInstant(), clock.instant(), hotel.zone());
    }

    /** The database keeps three digits; those that say nothing are left out. */
    private static String money(BigDecimal total) {
        BigDecimal plain = total.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), 2)).toPlainString();
    }

    private static String alarm(ResultSet row) throws SQLException {
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
