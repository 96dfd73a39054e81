package io.serai.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Mention;
import io.serai.vault.Sealer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a booking in messages that are parked, wherever they stand in it. */
@Repository
public class ParkedBodies {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    ParkedBodies(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * A parked message.
     *
     * @param text with cards as tokens
     */
    public record Body(long id, Instant at, String kind, String text) {

        @Override
        public String toString() {
            return "parked message " + id;
        }
    }

    /** The messages that are about a booking; of the account, or of all where there is none. */
    public List<Body> about(@Nullable Long account, String booking) {
        var mention = Mention.of(booking);
        return jdbc
                .sql(
                        """
                        select id, parked_at, kind, body_sealed from parked_messages
                         where body_sealed is not null and (account_id = :account or account_id is null) order by id
                        """)
                .param("account", account, Types.BIGINT)
                .query(
                        (row, number) ->
                                new Body(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3),
                                        new String(
                                                sealer.open(row.getBytes(4), Parking.PURPOSE),
                                                UTF_8)))
                .list()
                .stream()
                .filter(body -> mention.isIn(body.text().getBytes(UTF_8)))
                .toList();
    }

    /** Sets those messages aside for good; how many. */
    public int discard(@Nullable Long account, String booking, String actor) {
        var ids = about(account, booking).stream().map(Body::id).toList();
        return ids.isEmpty()
                ? 0
                : jdbc.sql(
                                """
                                update parked_messages
                                   set state = case state when 'parked' then 'discarded' else state end, settled_at = coalesce(settled_at, now()),
                                       settled_by = coalesce(settled_by, :actor), body_sealed = null, note = 'its guest was erased'
                                 where id in (:ids)
                                """)
                        .param("actor", actor)
                        .param("ids", ids)
                        .update();
    }

    /** Forgets the lines of messages that were settled before a moment; how many. */
    public int forget(Instant before) {
        return jdbc.sql("delete from parked_messages where state <> 'parked' and settled_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
