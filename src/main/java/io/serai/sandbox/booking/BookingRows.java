package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of bookings and their rooms. */
final class BookingRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BookingReader reader;

    BookingRows(JdbcClient jdbc, JdbcTemplate batches, BookingReader reader) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.reader = reader;
    }

    /** The booking, locked until the transaction's end. */
    Optional<Booking> lock(long hotel, long id) {
        return reader
                .find("where b.hotel_id = ? and b.booking_id = ? for update", hotel, id)
                .stream()
                .findFirst();
    }

    /** The booking whatever its hotel, locked until the transaction's end. */
    Optional<Booking> lock(long id) {
        return reader.find("where b.booking_id = ? for update", id).stream().findFirst();
    }

    Optional<Booking> byRef(long hotel, String ref) {
        return reader.find("where b.hotel_id = ? and b.guest_ref = ?", hotel, ref).stream()
                .findFirst();
    }

    /** Null when another guest was quicker with the same ref. */
    @Nullable Long insert(
            long hotel, BookingForm form, List<Stay> stays, @Nullable Card card, Instant now) {
        var id =
                jdbc.sql(
                                """
                                insert into booking (hotel_id, guest_ref, status, created_at,
                                       changed_at, queued_at, next_index, booker, remarks, card, vcc)
                                values (?, ?, 'booked', ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?)
                                on conflict (hotel_id, guest_ref) do nothing
                                returning booking_id""")
                        .params(
                                java.util.Arrays.asList(
                                        hotel,
                                        form.ref(),
                                        at(now),
                                        at(now),
                                        at(now),
                                        nextIndex(stays),
                                        Json.write(
                                                form.booker() == null
                                                        ? java.util.Map.of()
                                                        : form.booker()),
                                        form.remarks(),
                                        card == null ? null : Json.write(card),
                                        form.vcc()))
                        .query(Long.class)
                        .optional();
        id.ifPresent(booking -> rooms(booking, stays));
        return id.orElse(null);
    }

    void replace(Booking before, BookingForm form, List<Stay> stays, Instant now) {
        jdbc.sql("delete from booking_room where booking_id = ?").param(before.id()).update();
        rooms(before.id(), stays);
        jdbc.sql(
                        """
                        update booking
                           set next_index = greatest(next_index, ?),
                               booker     = coalesce(?::jsonb, booker),
                               remarks    = coalesce(?, remarks)
                         where booking_id = ?""")
                .params(
                        java.util.Arrays.asList(
                                nextIndex(stays),
                                form.booker() == null ? null : Json.write(form.booker()),
                                form.remarks(),
                                before.id()))
                .update();
        requeue(before.id(), now);
    }

    /** Other nights and prices; {@code told} is null where no queue tells it. */
    void restay(Booking before, List<Stay> stays, @Nullable Instant told) {
        jdbc.sql("delete from booking_room where booking_id = ?").param(before.id()).update();
        rooms(before.id(), stays);
        if (told != null) {
            requeue(before.id(), told);
        }
    }

    /** {@code told} is null where no queue tells it. */
    void cancel(Booking before, @Nullable Long fee, @Nullable Instant told) {
        jdbc.sql("update booking set status = 'cancelled', fee = ? where booking_id = ?")
                .params(java.util.Arrays.asList(fee, before.id()))
                .update();
        if (told != null) {
            requeue(before.id(), told);
        }
    }

    /** What is not acknowledged yet stays in its queue; anything else waits as modified. */
    private void requeue(long id, Instant now) {
        jdbc.sql(
                        """
                        update booking
                           set revision           = revision + 1,
                               changed_at         = :now,
                               feed               = case when acknowledged_at is null then feed
                                                         else 'modify' end,
                               queued_at          = case when acknowledged_at is null then queued_at
                                                         else :now end,
                               delivered_revision = case when acknowledged_at is null
                                                         then delivered_revision end,
                               acknowledged_at    = null,
                               rejected_at        = null
                         where booking_id = :id""")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private void rooms(long booking, List<Stay> stays) {
        batches.batchUpdate(
                """
                insert into booking_room (booking_id, index_number, room_id, rate_id, shown_room,
                       shown_rate, arrival, departure, adults, children, guest, comment, nightly)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[])""",
                stays.stream()
                        .map(
                                s ->
                                        new Object[] {
                                            booking,
                                            s.index(),
                                            s.room(),
                                            s.rate(),
                                            s.shownRoom(),
                                            s.shownRate(),
                                            s.arrival(),
                                            s.departure(),
                                            s.adults(),
                                            s.children(),
                                            s.guest(),
                                            s.comment(),
                                            literal(s.nightly())
                                        })
                        .toList());
    }

    void refused(long hotel, String reason, Instant now) {
        jdbc.sql("insert into refused_guest (at, hotel_id, reason) values (?, ?, ?)")
                .params(at(now), hotel, reason)
                .update();
    }

    private static int nextIndex(List<Stay> stays) {
        return stays.stream().mapToInt(Stay::index).max().orElse(0) + 1;
    }

    private static String literal(List<Long> numbers) {
        return numbers.toString().replace('[', '{').replace(']', '}');
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
