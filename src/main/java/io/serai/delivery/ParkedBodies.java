package io.serai.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.webhook.BookingMentions;
import io.serai.vault.Mention;
import io.serai.vault.SealBroken;
import io.serai.vault.Sealer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said of a booking in messages that are parked, wherever they stand in it. */
@Repository
public class ParkedBodies {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BookingMentions mentions;

    ParkedBodies(JdbcClient jdbc, Sealer sealer, BookingMentions mentions) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.mentions = mentions;
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

    /**
     * The messages that are about a booking, and about no other: those parked as its own, and those
     * that could not be read so far, where they name it alone.
     */
    public List<Body> about(BookingMentions.Booking booking) {
        record Found(Body body, boolean own, @Nullable Integer hotel) {}
        return jdbc
                .sql(
                        """
                        select id, parked_at, kind, body_sealed, booking is not null, hotel_id from parked_messages
                         where body_sealed is not null and (hotel_id = :hotel or hotel_id is null)
                           and (booking = :number and account_id is not distinct from cast(:account as bigint)
                                or booking is null and account_id = :account and kind in ('reservation', 'call'))
                         order by id
                        """)
                .param("hotel", booking.hotel(), Types.INTEGER)
                .param("account", booking.account(), Types.BIGINT)
                .param("number", booking.number())
                .query(
                        (row, number) ->
                                new Found(
                                        new Body(
                                                row.getLong(1),
                                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                                row.getString(3),
                                                open(row.getBytes(4))),
                                        row.getBoolean(5),
                                        (Integer) row.getObject(6)))
                .list()
                .stream()
                .filter(it -> it.own() || mentions.isAlone(booking, it.hotel(), it.body().text()))
                .map(Found::body)
                .toList();
    }

    /** All words of what is parked, however long it has been. A broken seal hinders no other. */
    public Set<String> words() {
        return jdbc
                .sql(
                        "select booking, body_sealed from parked_messages where body_sealed is not null")
                .query(
                        (row, number) ->
                                Stream.concat(
                                        Stream.ofNullable(row.getString(1)),
                                        words(row.getBytes(2)).stream()))
                .list()
                .stream()
                .flatMap(words -> words)
                .collect(Collectors.toSet());
    }

    private Set<String> words(byte[] sealed) {
        try {
            return Mention.words(open(sealed));
        } catch (SealBroken broken) {
            return Set.of();
        }
    }

    private String open(byte[] sealed) {
        return new String(sealer.open(sealed, Parking.PURPOSE), UTF_8);
    }

    /** Sets those messages aside for good; how many. */
    public int discard(BookingMentions.Booking booking, String actor) {
        var ids = about(booking).stream().map(Body::id).toList();
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
