package io.serai.channel.wire;

import io.serai.vault.SecretMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
            select at::timestamptz, coalesce(hotel, (select hotel_id from third_party_integrations where id = connection)), account, connection, attempt,
                   kind, name, method, path, status, outcome, reference, sent, answered, took, who, correlation
              from unnest(?::text[], ?::integer[], ?::bigint[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::integer[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[], ?::text[])
                as c (at, hotel, account, connection, attempt, kind, name, method, path, status, outcome, reference, sent, answered, took, who, correlation)
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
                database.update(INSERT, columns(batch));
            } catch (DataAccessException away) {
                log.warn("Forgot {} calls: they could not be written", batch.size(), away);
            }
            batch.clear();
        }
    }

    /** One statement for all of them: each by itself would cost the database several times that. */
    private static Object[] columns(List<Call> calls) {
        return new Object[] {
            texts(calls, call -> call.at().toString()),
            numbers(calls, call -> call.about().hotel()),
            ids(calls, call -> call.about().account()),
            numbers(calls, call -> call.about().connection()),
            ids(calls, call -> call.about().attempt()),
            texts(calls, call -> call.kind().name().toLowerCase(Locale.ROOT)),
            texts(calls, Call::name),
            texts(calls, Call::method),
            texts(calls, call -> SecretMask.mask(call.path())),
            calls.stream().map(Call::status).toArray(Integer[]::new),
            texts(calls, Call::outcome),
            texts(calls, Call::reference),
            numbers(calls, Call::sentBytes),
            numbers(calls, Call::answerBytes),
            numbers(calls, call -> call.took().toMillis()),
            texts(calls, Call::who),
            texts(calls, Call::correlation)
        };
    }

    private static String[] texts(List<Call> calls, Function<Call, @Nullable String> of) {
        return calls.stream().map(of).toArray(String[]::new);
    }

    private static Long[] ids(List<Call> calls, Function<Call, @Nullable Long> of) {
        return calls.stream().map(of).toArray(Long[]::new);
    }

    private static Integer[] numbers(List<Call> calls, Function<Call, @Nullable Long> of) {
        return calls.stream().map(of).map(SyncLog::bounded).toArray(Integer[]::new);
    }

    private static @Nullable Integer bounded(@Nullable Long value) {
        return value == null ? null : (int) Math.min(value, Integer.MAX_VALUE);
    }
}
