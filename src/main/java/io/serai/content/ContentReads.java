package io.serai.content;

import io.serai.content.ContentAnswer.Outcome;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts that are read at a channel: what it shows is what it holds. */
@Repository
class ContentReads {

    private final JdbcClient jdbc;
    private final HeldBook held;

    ContentReads(JdbcClient jdbc, HeldBook held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /**
     * Has parts read now, all of a connection or one; what waits to be told is read before.
     *
     * @param sync the part's key; null: all
     * @param kinds those that the channel shows
     * @return how many
     */
    int want(int connection, @Nullable Long sync, Collection<String> kinds) {
        return jdbc.sql(
                        """
                        update content_syncs
                           set reading = case when next_try_at is null then 'only' else 'first' end, next_try_at = now()
                         where connection_id = :connection and ask is null and kind = any (:kinds) and (cast(:sync as bigint) is null or id = :sync)
                        """)
                .param("connection", connection)
                .param("sync", sync)
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }

    /** Has a part read before it is told again: nobody knows what became of a call. */
    void first(SyncedPart part) {
        jdbc.sql("update content_syncs set reading = 'first' where id = ? and fence = ?")
                .params(part.id(), part.fence())
                .update();
    }

    /**
     * Records what a channel showed of a part, or that it does not show it: then it is told
     * without.
     *
     * @param last whether it is not asked again
     * @return false where it was not answered, and is to be asked again
     */
    boolean settle(SyncedPart part, ContentAnswer answer, boolean last) {
        boolean open = answer.outcome() == Outcome.LATER || answer.outcome() == Outcome.UNKNOWN;
        if (open && !last) {
            return false;
        }
        boolean shown = answer.outcome() == Outcome.APPLIED && answer.shown() != null;
        if (shown) {
            answer.shown().forEach((field, value) -> held.show(part, field, value));
        }
        jdbc.sql(
                        """
                        update content_syncs
                           set reading = null, read_at = case when :shown then clock_timestamp() else read_at end, until = '-infinity', tries = 0,
                               next_try_at = case when next_try_at is distinct from :due then next_try_at when reading = 'first' then now() end
                         where id = :id and fence = :fence
                        """)
                .param("shown", shown)
                .param("due", part.dueAt())
                .param("id", part.id())
                .param("fence", part.fence())
                .update();
        return true;
    }
}
