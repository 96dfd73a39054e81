package io.serai.channel.wire;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers calls in {@code ota_sync_logs}, in batches beside the calls: a call does not wait for
 * its record, and a database that is away costs records, not calls.
 */
final class SyncLog implements CallLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SyncLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final String INSERT =
            """
            insert into ota_sync_logs (at, hotel_id, account_id, connection_id, attempt_id, kind, name, method, path,
                                       status, outcome, reference, sent_bytes, answer_bytes, took_ms)
            values (?, (select hotel_id from third_party_integrations where id = ?), ?, ?, ?, 'call', ?, ?, ?,
                    ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate database;
    private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "channel-call-log");
                        thread.setDaemon(true);
                        return thread;
                    });

    SyncLog(JdbcTemplate database, Duration every) {
        this.database = database;
        writer.scheduleWithFixedDelay(
                this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void record(Call call) {
        if (!waiting.offer(call)) {
            log.warn("Forgot a call to {}: {} wait to be written", call.name(), MOST_WAITING);
        }
    }

    /** Writes what still waits. */
    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
        write();
    }

    private void write() {
        List<Call> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            try {
                database.batchUpdate(INSERT, batch, BATCH, SyncLog::set);
            } catch (DataAccessException away) {
                log.warn(
                        "Forgot {} calls to channels: they could not be written",
                        batch.size(),
                        away);
            }
            batch.clear();
        }
    }

    private static void set(PreparedStatement row, Call call) throws SQLException {
        row.setObject(1, call.at().atOffset(ZoneOffset.UTC));
        row.setObject(2, call.connection(), Types.INTEGER);
        row.setLong(3, call.account());
        row.setObject(4, call.connection(), Types.INTEGER);
        row.setObject(5, call.attempt(), Types.BIGINT);
        row.setString(6, call.name());
        row.setString(7, call.method());
        row.setString(8, call.path());
        row.setObject(9, call.status(), Types.INTEGER);
        row.setString(10, call.outcome());
        row.setString(11, call.reference());
        row.setInt(12, bounded(call.sentBytes()));
        row.setInt(13, bounded(call.answerBytes()));
        row.setInt(14, bounded(call.took().toMillis()));
    }

    private static int bounded(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
