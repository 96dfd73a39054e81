package io.serai.sandbox.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of each booking in its queue: waiting, handed over, acknowledged, rejected. */
final class QueueRows {

    private final JdbcClient jdbc;
    private final BookingReader reader;
    private final Clock clock;
    private final Duration fallbackAfter;

    QueueRows(JdbcClient jdbc, BookingReader reader, Clock clock, Duration fallbackAfter) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.clock = clock;
        this.fallbackAfter = fallbackAfter;
    }

    /**
     * What a read of the queue hands over, and marks it so. A card goes with the first read that
     * hands it over, and is then deleted.
     */
    List<Booking> handOver(Feed feed, Collection<Long> hotels, QueueFilter filter) {
        var rest = new StringBuilder("where b.hotel_id = any (?::bigint[]) and b.feed = ?");
        var params = new ArrayList<Object>(List.of(literal(hotels), feed.column()));
        if (filter.id() != null) {
            rest.append(" and b.booking_id = ?");
            params.add(filter.id());
        }
        if (filter.lastChange() != null) {
            rest.append(" and b.changed_at >= ?");
            params.add(BookingRows.at(filter.lastChange()));
        }
        if (!filter.looksBack()) {
            rest.append(" and b.acknowledged_at is null");
            rest.append(" and (b.rejected_at is null or b.queued_at > ?)");
            params.add(BookingRows.at(clock.instant().minus(fallbackAfter)));
        }
        rest.append(" order by b.booking_id");
        if (filter.limit() != null) {
            rest.append(" limit ?");
            params.add(filter.limit());
        }
        var found = reader.find(rest.append(" for update").toString(), params.toArray());
        jdbc.sql(
                        """
                        update booking set delivered_revision = revision, card = null
                         where booking_id = any (?::bigint[])""")
                .param(literal(found.stream().map(Booking::id).toList()))
                .update();
        return found;
    }

    /**
     * Settles what was handed over. What changed since waits on, as modified.
     *
     * @return the ids that were handed over at some time; others cannot be acknowledged
     */
    Set<Long> acknowledge(Feed feed, Collection<Long> hotels, Collection<Long> ids) {
        jdbc.sql(
                        "update booking set lost = false where lost and booking_id = any (?::bigint[]) and hotel_id = any (?::bigint[])")
                .params(literal(ids), literal(hotels))
                .update();
        jdbc.sql(
                        """
                        update booking
                           set acknowledged_at    = case when delivered_revision = revision
                                                         then :now::timestamptz end,
                               feed               = case when delivered_revision = revision
                                                         then feed else 'modify' end,
                               queued_at          = case when delivered_revision = revision
                                                         then queued_at else changed_at end,
                               delivered_revision = case when delivered_revision = revision
                                                         then revision end,
                               late_mails         = late_mails
                                                    + (queued_at < :late::timestamptz)::int
                         where booking_id = any (:ids::bigint[]) and feed = :feed
                           and hotel_id = any (:hotels::bigint[])
                           and acknowledged_at is null and delivered_revision is not null""")
                .param("now", BookingRows.at(clock.instant()))
                .param("late", BookingRows.at(clock.instant().minus(fallbackAfter)))
                .param("ids", literal(ids))
                .param("feed", feed.column())
                .param("hotels", literal(hotels))
                .update();
        return jdbc
                .sql(
                        """
                        select booking_id from booking
                         where booking_id = any (?::bigint[]) and hotel_id = any (?::bigint[])
                           and (feed = 'modify' and ? = 'new' or feed = ?
                                and (acknowledged_at is not null or revision > 1
                                     or delivered_revision is not null))""")
                .params(literal(ids), literal(hotels), feed.column(), feed.column())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** A hotel's system lost what it acknowledged: as if it had never come. */
    boolean lose(long hotel, long id) {
        return jdbc.sql(
                                """
                                update booking
                                   set acknowledged_at = coalesce(acknowledged_at, ?), delivered_revision = revision, card = null, lost = true
                                 where hotel_id = ? and booking_id = ?""")
                        .params(BookingRows.at(clock.instant()), hotel, id)
                        .update()
                == 1;
    }

    /** What hotels' systems acknowledged and lost. */
    List<Long> lost(Collection<Long> hotels) {
        return jdbc.sql(
                        "select booking_id from booking where lost and hotel_id = any (?::bigint[]) order by booking_id")
                .param(literal(hotels))
                .query(Long.class)
                .list();
    }

    /** Notes that the hotel's system will never take these; they leave when the hotel is mailed. */
    void reject(Feed feed, Collection<Long> hotels, Collection<Long> ids) {
        jdbc.sql(
                        """
                        update booking set rejected_at = ?
                         where booking_id = any (?::bigint[]) and hotel_id = any (?::bigint[])
                           and feed = ? and acknowledged_at is null""")
                .params(
                        BookingRows.at(clock.instant()),
                        literal(ids),
                        literal(hotels),
                        feed.column())
                .update();
    }

    /** How often a hotel was mailed because nobody acknowledged in time. */
    long fallbackMails() {
        return jdbc.sql(
                        """
                        select coalesce(sum(late_mails), 0)
                               + count(*) filter (where acknowledged_at is null and queued_at < ?)
                          from booking""")
                .param(BookingRows.at(clock.instant().minus(fallbackAfter)))
                .query(Long.class)
                .single();
    }

    private static String literal(Collection<Long> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }
}
