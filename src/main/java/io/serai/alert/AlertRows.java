package io.serai.alert;

import io.serai.vault.SecretMask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of alerts that a look may still change. */
@Repository
class AlertRows {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An alert that is not done with.
     *
     * @param seenAt when it was last seen to last
     */
    record Unfinished(
            long id, String subject, @Nullable String watcher, Instant seenAt, Course course) {

        /** Whether it is for this one to say that it is over; not where another sees it still. */
        boolean isFor(@Nullable String by, Instant now, Duration patience) {
            return watcher == null || watcher.equals(by) || seenAt.plus(patience).isBefore(now);
        }
    }

    /** The database's time, by which all instances go. */
    Instant now() {
        return jdbc.sql("select now()").query(Timestamp.class).single().toInstant();
    }

    /** Ends what a version before raised, which did not know of subjects. */
    void endStrangers(Instant now) {
        jdbc.sql("update alarms set ended_at = ? where ended_at is null and subject is null")
                .param(Timestamp.from(now))
                .update();
    }

    /**
     * Whether this transaction alone looks at a kind now; nobody waits.
     *
     * @param watcher the machine that looks at what it alone can see; null: any
     */
    boolean isAlone(AlertKind kind, @Nullable String watcher) {
        return jdbc.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended('serai-alerts:' || ?, 0))")
                .param(watcher == null ? kind.word() : kind.word() + " " + watcher)
                .query(Boolean.class)
                .single();
    }

    List<Unfinished> unfinished(AlertKind kind) {
        return jdbc.sql(
                        """
                        select id, subject, watcher, seen_at, coalesce(told_at, raised_at) as told_at, ended_at, acknowledged_at, returns
                          from alarms where what = ? and over_told_at is null and subject is not null order by id
                        """)
                .param(kind.word())
                .query((row, number) -> unfinished(row))
                .list();
    }

    private static Unfinished unfinished(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Unfinished(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("watcher"),
                row.getTimestamp("seen_at").toInstant(),
                new Course(
                        row.getTimestamp("told_at").toInstant(),
                        ended == null ? null : ended.toInstant(),
                        row.getTimestamp("acknowledged_at") != null,
                        row.getInt("returns")));
    }

    /** Raises one; empty where one of the same subject is there. */
    Optional<Long> raise(AlertKind kind, Found found, @Nullable String watcher, Instant now) {
        return said(
                        jdbc.sql(
                                """
                                insert into alarms (what, subject, hotel_id, connection_id, account_id, provider, severity, title, words, todo, page,
                                                    since, watcher, raised_at, seen_at, told_at)
                                values (:what, :subject, :hotel, :connection, :account, :provider, :severity, :title, :words, :todo, :page,
                                        :since, :watcher, :now, :now, :now)
                                on conflict (what, subject) where ended_at is null and subject is not null do nothing
                                returning id
                                """),
                        found,
                        now)
                .param("what", kind.word())
                .param("subject", found.subject())
                .param("hotel", found.hotel(), Types.INTEGER)
                .param("connection", found.connection(), Types.INTEGER)
                .param("account", found.account(), Types.BIGINT)
                .param("provider", found.provider(), Types.VARCHAR)
                .param("todo", kind.todo())
                .param("watcher", watcher, Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    /** Writes how one is, of which there is something to see. */
    void lasts(long id, Course course, Found found, Instant now) {
        said(
                        jdbc.sql(
                                """
                                update alarms set title = :title, words = :words, page = :page, severity = :severity, since = coalesce(cast(:since as timestamptz), since),
                                       seen_at = :now, told_at = :told, ended_at = null, returns = :returns
                                 where id = :id
                                """),
                        found,
                        now)
                .param("told", Timestamp.from(course.toldAt()))
                .param("returns", course.returns())
                .param("id", id)
                .update();
    }

    private static StatementSpec said(StatementSpec statement, Found found, Instant now) {
        Instant since = found.since();
        return statement
                .param("title", oneLine(found.title()))
                .param("words", words(found.words()))
                .param("page", found.page())
                .param("severity", found.severity().word())
                .param("since", since == null ? null : Timestamp.from(since), Types.TIMESTAMP)
                .param("now", Timestamp.from(now));
    }

    /** A channel's words are among them: whatever looks like a secret goes. */
    private static String words(String words) {
        String masked = SecretMask.mask(oneLine(words));
        return masked.length() > LONGEST ? masked.substring(0, LONGEST - 1) + "…" : masked;
    }

    /** What others named or said adds no line to a mail. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    }

    /** There is nothing to see of one any more. */
    void ended(long id, Instant now) {
        at("update alarms set ended_at = ? where id = ?", id, now);
    }

    /** One is done with. */
    void finished(long id, Instant now) {
        at("update alarms set over_told_at = ? where id = ?", id, now);
    }

    private void at(String statement, long id, Instant now) {
        jdbc.sql(statement).params(Timestamp.from(now), id).update();
    }

    /** Forgets what ended so long ago; returns how many. */
    int forget(Instant before) {
        return jdbc.sql("delete from alarms where ended_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
