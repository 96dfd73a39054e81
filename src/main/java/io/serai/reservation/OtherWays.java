package io.serai.reservation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Revisions that came by another way than the queue that should have brought them. */
@Component
class OtherWays {

    private final JdbcClient jdbc;
    private final Differences differences;

    OtherWays(JdbcClient jdbc, Differences differences) {
        this.jdbc = jdbc;
        this.differences = differences;
    }

    /** Says by which other way than its queue, if so, the latest revision of a reservation came. */
    void cameBy(KnownReservation known, Delivery delivery) {
        if (delivery.source() == null) {
            return;
        }
        if (delivery.isListed()) {
            differences.applied(known);
        }
        jdbc.sql(
                        """
                        update reservation_revisions
                           set source = :source, acknowledged_at = case when :confirmed then now() end,
                               acknowledged_by = case when :confirmed then 'not waited for' end, expires_at = case when not :confirmed then expires_at end,
                               half_at = case when not :confirmed then half_at end
                         where reservation_id = :id and revision = :revision
                        """)
                .param("source", delivery.source())
                .param("confirmed", delivery.isConfirmed())
                .param("id", known.id())
                .param("revision", known.revision() + 1)
                .update();
    }

    /**
     * The first message of a booking that was known from lists alone: the guest changed nothing.
     */
    void toldAtLast(KnownReservation known) {
        jdbc.sql(
                        """
                        update reservations r set status = 'booked'
                         where r.id = :id and r.status = 'modified' and not exists (
                               select from reservation_revisions v
                                where v.reservation_id = r.id and v.revision <= :before and coalesce(v.source, '') not in ('first', 'summary'))
                        """)
                .param("id", known.id())
                .param("before", known.revision())
                .update();
    }
}
