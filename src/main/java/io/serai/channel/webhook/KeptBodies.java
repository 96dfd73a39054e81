package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.vault.Mention;
import io.serai.vault.SealBroken;
import io.serai.vault.Sealer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a booking in calls that channels made by themselves. */
@Repository
public class KeptBodies {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BookingMentions mentions;

    KeptBodies(JdbcClient jdbc, Sealer sealer, BookingMentions mentions) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.mentions = mentions;
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

    /** What a call said, with cards as tokens; empty when it is kept no more. */
    public Optional<String> text(long id) {
        return jdbc.sql(
                        "select body_sealed from ota_webhooks where id = ? and body_sealed is not null")
                .param(id)
                .query(
                        (row, number) ->
                                new String(
                                        sealer.open(row.getBytes(1), WebhookBook.PURPOSE), UTF_8))
                .optional();
    }

    /** The calls since a moment that are about a booking of a channel, and about no other. */
    public List<Body> about(BookingMentions.Booking booking, Instant since) {
        var found = new ArrayList<Body>();
        jdbc.sql(
                        """
                        select id, received_at, kind, body_sealed, hotel_id from ota_webhooks w
                         where received_at >= :since and body_sealed is not null
                           and (account_id = :account and (hotel_id = :hotel or hotel_id is null)
                                or account_id is null and hotel_id = :hotel
                                   and provider = (select provider from channel_accounts where id = :account))
                         order by id
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("account", booking.account(), Types.BIGINT)
                .param("hotel", booking.hotel(), Types.INTEGER)
                .query(
                        row -> {
                            var text = new String(open(row.getBytes(4)), UTF_8);
                            if (mentions.isAlone(booking, (Integer) row.getObject(5), text)) {
                                found.add(
                                        new Body(
                                                row.getLong(1),
                                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                                row.getString(3),
                                                text));
                            }
                        });
        return found;
    }

    /**
     * All words of calls that wait for somebody, however old they are. A broken seal hinders no
     * other.
     */
    public Set<String> words() {
        var words = new HashSet<String>();
        jdbc.sql(
                        "select body_sealed from ota_webhooks where state = 'parked' and body_sealed is not null")
                .query(
                        row -> {
                            words.addAll(words(row.getBytes(1)));
                        });
        return words;
    }

    private Set<String> words(byte[] sealed) {
        try {
            return Mention.words(new String(open(sealed), UTF_8));
        } catch (SealBroken broken) {
            return Set.of();
        }
    }

    private byte[] open(byte[] sealed) {
        return sealer.open(sealed, WebhookBook.PURPOSE);
    }

    /** Forgets what those calls said, of what was worked off; how many. */
    public int forget(BookingMentions.Booking booking, Instant since) {
        var ids = about(booking, since).stream().map(Body::id).toList();
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
