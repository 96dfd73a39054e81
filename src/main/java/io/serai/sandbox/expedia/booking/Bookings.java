package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bookings as they stand. */
public final class Bookings {

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bookings that the rest of the statement, after {@code from expedia_booking b}, finds. */
    public List<Booking> find(String rest, Object... params) {
        return jdbc.sql("select b.* from expedia_booking b " + rest)
                .params(params)
                .query((row, n) -> booking(row))
                .list();
    }

    public Optional<Booking> find(long id) {
        return find("where b.booking_id = ?", id).stream().findFirst();
    }

    /** The booking, locked until the transaction's end. */
    public Optional<Booking> lock(long hotel, long id) {
        return find("where b.hotel_id = ? and b.booking_id = ? for update", hotel, id).stream()
                .findFirst();
    }

    Optional<Booking> byRef(long hotel, String ref) {
        return find("where b.hotel_id = ? and b.guest_ref = ?", hotel, ref).stream().findFirst();
    }

    /** Empty when another guest was quicker with the same ref. */
    Optional<Long> insert(long hotel, @Nullable String ref, Content content, Instant now) {
        return jdbc.sql(
                        """
                        insert into expedia_booking (hotel_id, guest_ref, status, created_at,
                               changed_at, arrival, departure, content)
                        values (?, ?, 'booked', ?, ?, ?, ?, ?::jsonb)
                        on conflict (hotel_id, guest_ref) do nothing
                        returning booking_id""")
                .params(
                        Arrays.asList(
                                hotel,
                                ref,
                                at(now),
                                at(now),
                                content.arrival(),
                                content.departure(),
                                Json.write(content)))
                .query(Long.class)
                .optional();
    }

    /** Changes what a booking says; nobody is told by this. */
    public void replace(long id, Content content, Instant now) {
        jdbc.sql(
                        """
                        update expedia_booking
                           set content = ?::jsonb, arrival = ?, departure = ?, changed_at = ?
                         where booking_id = ?""")
                .params(Json.write(content), content.arrival(), content.departure(), at(now), id)
                .update();
    }

    /** Cancels a booking; nobody is told by this. */
    public void cancel(long id, Instant now) {
        jdbc.sql(
                        """
                        update expedia_booking set status = 'cancelled', changed_at = ?
                         where booking_id = ?""")
                .params(at(now), id)
                .update();
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                row.getLong("booking_id"),
                row.getLong("hotel_id"),
                row.getString("guest_ref"),
                row.getString("status").equals("cancelled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("content"), Content.class),
                row.getString("confirm_number"),
                row.getObject("lost_at") != null);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
