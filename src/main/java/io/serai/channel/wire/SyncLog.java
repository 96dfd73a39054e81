package io.serai.channel.wire;

import io.serai.vault.SecretMask;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
                                       status, outcome, reference, sent_bytes, answer_bytes, took_ms, who, correlation)
            values (?, coalesce(?, (select hotel_id from third_party_integrations where id = ?)), ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate database;
    private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "call-log");
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
                log.warn("Forgot {} calls: they could not be written", batch.size(), away);
            }
            batch.clear();
        }
    }

    private static void set(PreparedStatement row, Call call) throws SQLException {
        Call.About about = call.about();
        row.setObject(1, call.at().atOffset(ZoneOffset.UTC));
        row.setObject(2, about.hotel(), Types.INTEGER);
        row.setObject(3, about.connection(), Types.INTEGER);
        row.setObject(4, about.account(), Types.BIGINT);
        row.setObject(5, about.connection(), Types.INTEGER);
        row.setObject(6, about.attempt(), Types.BIGINT);
        row.setString(7, call.kind().name().toLowerCase(Locale.ROOT));
        row.setString(8, call.name());
        row.setString(9, call.method());
        row.setString(10, SecretMask.mask(call.path()));
        row.setObject(11, call.status(), Types.INTEGER);
        row.setString(12, call.outcome());
        row.setString(13, call.reference());
        row.setObject(14, bounded(call.sentBytes()), Types.INTEGER);
        row.setObject(15, bounded(call.answerBytes()), Types.INTEGER);
        row.setObject(16, bounded(call.took().toMillis()), Types.INTEGER);
        row.setString(17, call.who());
        row.setString(18, call.correlation());
    }

    private static @Nullable Integer bounded(@Nullable Long value) {
        return value == null ? null : (int) Math.min(value, Integer.MAX_VALUE);
    }
}
