package io.serai.sandbox.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every call received. Written behind in batches, since it is a record and no effect: whoever reads
 * it waits until all that was answered before is in it; a kill may lose the last few.
 */
public final class CallLog implements AutoCloseable {

    private static final Pattern SECRET =
            Pattern.compile("(?i)((?:CardNumber|SeriesCode|Password)=\")[^\"]*\"");
    private static final Pattern SECRET_MEMBER =
            Pattern.compile("(\"(?:number|verificationNumber)\"\\s*:\\s*\")[0-9 ]{3,}\"");
    private static final int BATCH = 500;
    private static final String INSERT =
            """
            insert into %s (at, method, path, query, client_id, hotel_id, bytes, items, cells,
                              vals, status, fault, ruid, millis, body, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final String table;
    private final int bodyLimit;
    private final BlockingQueue<Object> waiting = new ArrayBlockingQueue<>(10_000);
    private final Thread writer = new Thread(this::write, "sandbox-calls");

    /**
     * @param table one as the first migration's {@code call}
     * @param bodyLimit characters kept of each request and answer
     */
    public CallLog(JdbcTemplate jdbc, String table, int bodyLimit) {
        this.jdbc = jdbc;
        this.table = table;
        this.bodyLimit = bodyLimit;
        writer.setDaemon(true);
        writer.start();
    }

    void add(CallEntry entry) {
        put(entry);
    }

    /** Records a call that the stand-in made, its path behind {@code /sent}. */
    public void sent(Sent call) {
        put(
                new CallEntry(
                        call.at(),
                        "POST",
                        "/sent" + call.address().getPath(),
                        call.address().getQuery(),
                        call.account(),
                        call.body().getBytes(StandardCharsets.UTF_8).length,
                        Answer.of(call.status(), "", call.answer())
                                .carrying(new Carried(call.hotel(), 1, 0, 0)),
                        null,
                        call.reference(),
                        (int) Duration.between(call.at(), Instant.now()).toMillis(),
                        call.body()));
    }

    /** A call that the stand-in made; status 0 where no answer came. */
    public record Sent(
            Instant at,
            URI address,
            String account,
            long hotel,
            String reference,
            String body,
            int status,
            String answer) {}

    /** The calls after the given number, oldest first, of a path that begins so. */
    public List<Map<String, Object>> since(long number, String path, int limit) {
        flush();
        return jdbc.queryForList(
                """
                select call_id as id, at, method, path, query, client_id as account,
                       hotel_id as hotel, bytes, items, cells, vals as values, status, fault, ruid,
                       millis, body, answer
                  from %s where call_id > ? and starts_with(path, ?)
                 order by call_id limit ?"""
                        .formatted(table),
                number,
                path,
                limit);
    }

    /** How many calls there were by path and status, and what they carried. */
    public List<Map<String, Object>> counts() {
        flush();
        return jdbc.queryForList(
                """
                select method, path, status, count(*) as calls, sum(bytes) as bytes,
                       sum(items) as items, sum(cells) as cells, sum(vals) as values
                  from %s group by method, path, status order by path, method, status"""
                        .formatted(table));
    }

    public void clear() {
        flush();
        jdbc.update("delete from " + table);
    }

    private void flush() {
        var done = new CompletableFuture<@Nullable Void>();
        put(done);
        done.join();
    }

    private void put(Object what) {
        try {
            waiting.put(what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a call was recorded", e);
        }
    }

    private void write() {
        try {
            while (true) {
                var batch = new ArrayList<Object>(BATCH);
                batch.add(waiting.take());
                waiting.drainTo(batch, BATCH - 1);
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Object> batch) {
        var flushed =
                batch.stream()
                        .filter(CompletableFuture.class::isInstance)
                        .map(f -> (CompletableFuture<?>) f)
                        .toList();
        try {
            jdbc.batchUpdate(
                    INSERT.formatted(table),
                    batch.stream()
                            .filter(CallEntry.class::isInstance)
                            .map(e -> row((CallEntry) e))
                            .toList());
            flushed.forEach(f -> f.complete(null));
        } catch (RuntimeException e) {
            flushed.forEach(f -> f.completeExceptionally(e));
        }
    }

    private Object[] row(CallEntry e) {
        var carried = e.answer().carried();
        return new Object[] {
            Timestamp.from(e.at()),
            e.method(),
            e.path(),
            e.query(),
            e.account(),
            carried.hotel(),
            e.bytes(),
            carried.items(),
            carried.cells(),
            carried.values(),
            e.answer().status(),
            e.fault(),
            e.ruid(),
            e.millis(),
            kept(e.body()),
            kept(e.answer().body())
        };
    }

    private String kept(String text) {
        var start = text.substring(0, Math.min(bodyLimit, text.length())).replace("\0", "");
        return SECRET_MEMBER
                .matcher(SECRET.matcher(start).replaceAll("$1****\""))
                .replaceAll("$1****\"");
    }

    @Override
    public void close() {
        flush();
        writer.interrupt();
    }
}
