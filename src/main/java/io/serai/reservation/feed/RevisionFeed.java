package io.serai.reservation.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The revisions of a hotel's reservations in the order of their commits, within a transaction: who
 * has seen one has seen all before it. Only what was kept before anybody knew whose it was gets its
 * place afterwards; a newer revision of the same reservation then follows at the end.
 */
public final class RevisionFeed {

    private static final String SELECT =
            """
            select v.id, v.reservation_id, v.revision, v.revision < r.revision as superseded, r.provider, v.number, v.kind, v.received_at
              from reservation_revisions v join reservations r on r.id = v.reservation_id
             where v.hotel_id = :hotel
            """;

    private final JdbcClient session;
    private final int hotel;

    /**
     * @param session sees the hotel
     */
    public RevisionFeed(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** The latest there is; 0: none. What is read afterwards is not older. */
    public long latest() {
        return session.sql(
                        "select coalesce(max(id), 0) from reservation_revisions where hotel_id = ?")
                .param(hotel)
                .query(Long.class)
                .single();
    }

    /** What is wanted, the earliest first. */
    public List<FedRevision> read(FeedWish wish) {
        return session.sql(
                        SELECT
                                + """
                                   and v.id > greatest(:after, (select up_to from feed_readers where hotel_id = :hotel and reader = :reader))
                                   and (cast(:reader as text) is null or not exists (
                                        select from feed_taken t where t.hotel_id = :hotel and t.reader = :reader and t.revision_id = v.id))
                                 order by v.id limit :most
                                """)
                .param("hotel", hotel)
                .param("after", wish.after())
                .param("reader", wish.untakenBy())
                .param("most", wish.most())
                .query((row, number) -> revision(row))
                .list();
    }

    /** One of the hotel's. */
    public Optional<FedRevision> find(long id) {
        return session.sql(SELECT + " and v.id = :id")
                .param("hotel", hotel)
                .param("id", id)
                .query((row, number) -> revision(row))
                .optional();
    }

    private static FedRevision revision(ResultSet row) throws SQLException {
        return new FedRevision(
                row.getString("id"),
                row.getString("reservation_id"),
                row.getInt("revision"),
                row.getBoolean("superseded"),
                row.getString("provider"),
                row.getString("number"),
                row.getString("kind"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                null);
    }
}
