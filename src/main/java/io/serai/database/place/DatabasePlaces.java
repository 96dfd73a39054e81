package io.serai.database.place;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that the database is not where it was, or is older than it was: before the first route
 * runs, now and then while Serai runs, and once more at its end. Of all instances the first to look
 * notices; what it noticed, the database knows.
 */
@Component("databasePlaces")
public class DatabasePlaces implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePlaces.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LastSeenFile file;
    private final List<MoveHeard> hearers;
    private volatile boolean running;

    DatabasePlaces(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            LastSeenFile file,
            List<MoveHeard> hearers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.file = file;
        this.hearers = hearers;
    }

    private record Kept(
            String token,
            long looks,
            @Nullable String systemIdentifier,
            long databaseOid,
            @Nullable Integer timeline) {

        LastSeen seen() {
            return new LastSeen(
                    token, looks, new DatabasePlace(systemIdentifier, databaseOid, timeline, null));
        }
    }

    /** Looks once. */
    public synchronized void look() {
        Optional<LastSeen> seen = file.read();
        file.write(Objects.requireNonNull(transaction.execute(status -> look(seen))));
    }

    private LastSeen look(Optional<LastSeen> seen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('database place'))").query().singleRow();
        DatabasePlace now =
                jdbc.sql("select * from serai_database_place()")
                        .query(DatabasePlace.class)
                        .single();
        Optional<Kept> latest =
                jdbc.sql(
                                "select token, looks, system_identifier, database_oid, timeline from"
                                        + " database_places order by id desc limit 1")
                        .query(Kept.class)
                        .optional();
        String token = latest.map(kept -> token(kept, now, seen)).orElseGet(() -> first(now, seen));
        return new LastSeen(token, looked(token), now);
    }

    private String token(Kept kept, DatabasePlace now, Optional<LastSeen> seen) {
        LastSeen before = kept.seen();
        LastSeen here = new LastSeen(kept.token(), kept.looks(), now);
        return Move.between(before.place(), now)
                .map(move -> moved(move, before, here, Optional.empty()))
                .or(() -> older(here, seen))
                .orElse(kept.token());
    }

    private String first(DatabasePlace now, Optional<LastSeen> seen) {
        return older(new LastSeen("", 0, now), seen)
                .orElseGet(() -> add(now, null, Optional.empty()));
    }

    private Optional<String> older(LastSeen here, Optional<LastSeen> seen) {
        return seen.filter(it -> it.isNewerThan(here, this::isKnown))
                .map(it -> moved(Move.OLDER, it, here, Optional.of(it.token())));
    }

    private String moved(Move move, LastSeen before, LastSeen now, Optional<String> lost) {
        String words = move.words(before, now);
        LOG.warn("{} Channels may hold something else than is known here.", words);
        hearers.forEach(hearer -> hearer.moved(words));
        return add(now.place(), move, lost);
    }

    private boolean isKnown(String token) {
        return jdbc.sql("select exists (select from database_places where ? in (token, lost))")
                .param(token)
                .query(Boolean.class)
                .single();
    }

    private String add(DatabasePlace now, @Nullable Move move, Optional<String> lost) {
        return jdbc.sql(
                        """
                        insert into database_places (system_identifier, database_oid, timeline, moved, lost) values (?, ?, ?, ?, ?) returning token
                        """)
                .params(
                        now.systemIdentifier(),
                        now.databaseOid(),
                        now.timeline(),
                        move == null ? null : move.word(),
                        lost.orElse(null))
                .query(String.class)
                .single();
    }

    private long looked(String token) {
        return jdbc.sql(
                        "update database_places set looks = looks + 1 where token = ? returning looks")
                .param(token)
                .query(Long.class)
                .single();
    }

    @Override
    public void start() {
        running = true;
        lookIfPossible();
    }

    @Override
    public void stop() {
        lookIfPossible();
        running = false;
    }

    /** Neither a start nor an end fails by it: it is looked at again. */
    private void lookIfPossible() {
        try {
            look();
        } catch (DataAccessException | TransactionException notNow) {
            LOG.error("Not seen whether the database was restored: {}", notNow.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the first route. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2;
    }
}
