package io.serai.reservation.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of those who take a hotel's revisions, within a transaction. What it acknowledges stays
 * acknowledged: repeated it changes nothing, and nothing takes it back.
 */
public final class FeedReader {

    private final JdbcClient session;
    private final int hotel;
    private final String name;

    /**
     * @param session sees the hotel
     */
    public FeedReader(JdbcClient session, int hotel, String name) {
        this.session = session;
        this.hotel = hotel;
        this.name = name;
    }

    /** It has acknowledged all revisions up to this one; 0: not the first. */
    public long upTo() {
        return mine("select coalesce(max(up_to), 0) from feed_readers where hotel_id = :hotel and reader = :reader")
                .query(Long.class)
                .single();
    }

    /**
     * Acknowledges all revisions up to one, and single ones after it.
     *
     * @param all the last of those that are acknowledged without being named; 0: none
     * @return up to where all are acknowledged now
     * @throws NoSuchRevision when one is none of the hotel's; then nothing is acknowledged
     */
    public long acknowledge(long all, List<Long> single) {
        demand(all == 0 ? List.of() : List.of(all));
        demand(single);
        mine("insert into feed_readers (hotel_id, reader) values (:hotel, :reader) on conflict do nothing")
                .update();
        mine("""
                        update feed_readers set up_to = greatest(up_to, :all) where hotel_id = :hotel and reader = :reader
                        """)
                .param("all", all)
                .update();
        mine("""
                        insert into feed_taken (hotel_id, reader, revision_id)
                        select :hotel, :reader, id from unnest(cast(:single as bigint[])) id on conflict do nothing
                        """)
                .param("single", single.toArray(Long[]::new))
                .update();
        long upTo = close();
        mine("delete from feed_taken where hotel_id = :hotel and reader = :reader and revision_id <= :upTo")
                .param("upTo", upTo)
                .update();
        return upTo;
    }

    /** Goes on to the last one before the first that is not acknowledged. */
    private long close() {
        return mine("""
                        update feed_readers f
                           set up_to = greatest(f.up_to,
                               (select max(t.revision_id) from feed_taken t
                                 where t.hotel_id = :hotel and t.reader = :reader
                                   and t.revision_id < coalesce(
                                       (select v.id from reservation_revisions v
                                         where v.hotel_id = :hotel and v.id > f.up_to
                                           and not exists (select from feed_taken o
                                                            where o.hotel_id = :hotel and o.reader = :reader and o.revision_id = v.id)
                                         order by v.id limit 1),
                                       9223372036854775807)))
                         where f.hotel_id = :hotel and f.reader = :reader
                        returning up_to
                        """)
                .query(Long.class)
                .single();
    }

    private void demand(List<Long> revisions) {
        mine("""
                        select named.id from unnest(cast(:ids as bigint[])) named (id)
                         where not exists (select from reservation_revisions v where v.hotel_id = :hotel and v.id = named.id)
                         order by named.id limit 1
                        """)
                .param("ids", revisions.toArray(Long[]::new))
                .query(Long.class)
                .optional()
                .ifPresent(
                        unknown -> {
                            throw new NoSuchRevision(
                                    unknown, new RevisionFeed(session, hotel).latest());
                        });
    }

    private JdbcClient.StatementSpec mine(String sql) {
        return session.sql(sql).param("hotel", hotel).param("reader", name);
    }
}
