package io.serai.delivery.inbox;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through what is parked, and what became of it. */
@Repository
public class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of what a wish means, the newest first.
     *
     * @param before only messages with a smaller key
     * @param most on the page
     */
    public List<InboxMessage> list(InboxWish wish, long before, int most) {
        return InboxRows.params(
                        jdbc.sql(
                                "select "
                                        + InboxRows.COLUMNS
                                        + InboxRows.WISHED
                                        + " and p.id < :before order by p.id desc limit :most"),
                        wish)
                .param("before", before)
                .param("most", most)
                .query(InboxRows::message)
                .list();
    }

    /**
     * What a wish would replay, in the order in which it would: all that has a body and waits; what
     * may have been done already only where the wish says so.
     */
    public List<Long> replayable(InboxWish wish) {
        return InboxRows.params(
                        jdbc.sql(
                                "select p.id"
                                        + InboxRows.WISHED
                                        + " and p.body_sealed is not null and (:evenIfDone or not p.may_be_done) order by p.id"),
                        wish.in(InboxWish.PARKED))
                .param("evenIfDone", wish.evenIfDone())
                .query(Long.class)
                .list();
    }

    /** How many of what a wish means a replay was asked for. */
    public int count(InboxWish wish, long replay) {
        return InboxRows.params(
                        jdbc.sql(
                                "select count(*)"
                                        + InboxRows.WISHED
                                        + " and p.replay_id = :replay"),
                        wish)
                .param("replay", replay)
                .query(Integer.class)
                .single();
    }

    /** One of what a wish means; empty where it is not. */
    public Optional<InboxMessage> find(InboxWish wish, long id) {
        return list(wish.only(List.of(id)), Long.MAX_VALUE, 1).stream().findFirst();
    }
}
