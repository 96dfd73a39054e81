package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Mention;
import io.serai.vault.Sealer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a booking in calls that channels made by themselves. */
@Repository
public class KeptBodies {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    KeptBodies(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * A kept call.
     *
     * @param text with cards as tokens
     */
    public record Body(long id, Instant at, @Nullable String kind, String text) {

        @Override
        public String toString() {
            return "webhook call " + id;
        }
    }

    /** The calls since a moment that are about a booking of an account. */
    public List<Body> about(long account, String booking, Instant since) {
        var mention = Mention.of(booking);
        var found = new ArrayList<Body>();
        jdbc.sql(
                        """
                        select id, received_at, kind, body_sealed from ota_webhooks
                         where received_at >= ? and (account_id = ? or account_id is null) and body_sealed is not null order by id
                        """)
                .params(since.atOffset(ZoneOffset.UTC), account)
                .query(
                        row -> {
                            var text = sealer.open(row.getBytes(4), WebhookBook.PURPOSE);
                            if (mention.isIn(text)) {
                                found.add(
                                        new Body(
                                                row.getLong(1),
                                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                                row.getString(3),
                                                new String(text, UTF_8)));
                            }
                        });
        return found;
    }

    /** Forgets what those calls said, of what was worked off; how many. */
    public int forget(long account, String booking, Instant since) {
        var ids = about(account, booking, since).stream().map(Body::id).toList();
        return ids.isEmpty()
                ? 0
                : jdbc.sql(
                                """
                                update ota_webhooks
                                   set body_sealed = null,
                                       reason = case state when 'parked' then 'its guest was erased' else reason end,
                                       state  = case state when 'parked' then 'unused' else state end
                                 where id in (:ids) and received_at >= :since and state <> 'received'
                                """)
                        .param("ids", ids)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .update();
    }

    /** Forgets what calls said that came before a moment and wait for nothing; how many. */
    public int end(Instant before) {
        return jdbc.sql(
                        """
                        update ota_webhooks set body_sealed = null
                         where received_at < ? and body_sealed is not null and state not in ('received', 'parked')
                        """)
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
