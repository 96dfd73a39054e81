package io.serai.flow.trial;

import io.serai.vault.Sealer;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that were kept, as rows: a few of each mapping, sealed. */
public final class KeptRows {

    private final JdbcClient jdbc;
    private final MappedSeal seal;

    /**
     * @param jdbc the record, as the engine sees it
     */
    public KeptRows(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.seal = new MappedSeal(sealer);
    }

    /** A message that is to be kept. */
    record Fresh(
            String mapping,
            long account,
            @Nullable Long attempt,
            Instant at,
            String textHash,
            byte[] sealed) {}

    /** How a message lies in its row. */
    byte[] seal(MappedMessage message) {
        return seal.seal(message);
    }

    /** The last messages of a mapping, newest first. */
    List<KeptMessage> last(String mapping, int most) {
        return jdbc.sql(
                        """
                        select id, taken_at, attempt_id, text_hash, sealed from mapped_messages
                         where mapping = ? order by id desc limit ?
                        """)
                .params(mapping, most)
                .query(
                        (row, number) ->
                                new KeptMessage(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getObject(3, Long.class),
                                        row.getString(4),
                                        seal.open(row.getBytes(5))))
                .list();
    }

    /** Adds one, unless a guest of its account was erased meanwhile. */
    void add(Fresh fresh) {
        jdbc.sql(
                        """
                        insert into mapped_messages (mapping, account_id, attempt_id, taken_at, text_hash, sealed)
                        select :mapping, a.id, :attempt, :at, :hash, :sealed from channel_accounts a
                         where a.id = :account
                           and not exists (select from reservations r where r.account_id = a.id and r.erased_at >= :at)
                        """)
                .param("mapping", fresh.mapping())
                .param("attempt", fresh.attempt(), Types.BIGINT)
                .param("at", fresh.at().atOffset(ZoneOffset.UTC))
                .param("hash", fresh.textHash())
                .param("sealed", fresh.sealed())
                .param("account", fresh.account())
                .update();
    }

    /** Forgets all of a mapping but the last; it waits for nobody who forgets some, too. */
    void leave(String mapping, int last) {
        jdbc.sql(
                        """
                        delete from mapped_messages
                         where id in (select id from mapped_messages
                                       where mapping = :mapping
                                         and id <= (select id from mapped_messages where mapping = :mapping order by id desc offset :last limit 1)
                                         for update skip locked)
                        """)
                .param("mapping", mapping)
                .param("last", last)
                .update();
    }

    /**
     * Forgets those from before a moment, and those that were added while a guest of their account
     * was being erased; how many.
     */
    int forget(Instant before) {
        return jdbc.sql(
                        """
                        delete from mapped_messages
                         where id in (select id from mapped_messages m
                                       where taken_at < ?
                                          or exists (select from reservations r where r.account_id = m.account_id and r.erased_at >= m.taken_at)
                                         for update skip locked)
                        """)
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
