package io.serai.sandbox.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches the photos of the queue from their addresses, one after the other, and judges them. */
final class PhotoDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoDesk.class);
    private static final int LEAST = 300;
    private static final int MOST = 14_000;
    private static final int MOST_BYTES = 50_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(200);

    private final PhotoRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration after;
    private final Map<Long, String> refusals = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        var thread = new Thread(work, "photo-desk");
                        thread.setDaemon(true);
                        return thread;
                    });

    PhotoDesk(PhotoRows rows, TransactionTemplate transaction, Clock clock, Duration after) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.after = after;
        worker.scheduleWithFixedDelay(
                this::work, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has the next photo of a hotel be refused with these words. */
    void refuse(long hotel, String words) {
        refusals.put(hotel, words);
    }

    private void work() {
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                judge(next.get());
            }
        } catch (RuntimeException failed) {
            LOG.warn("photos wait", failed);
        }
    }

    private Optional<PhotoRows.Pending> next() {
        return rows.waiting(clock.instant().minus(after));
    }

    private void judge(PhotoRows.Pending pending) {
        var words = refusals.remove(pending.hotelId());
        try {
            if (words != null) {
                throw new IOException(words);
            }
            take(pending, fetch(pending.url()));
        } catch (IOException | RuntimeException refused) {
            rows.settle(pending.pendingId(), "error", refused.getMessage(), null);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] fetch(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("The photo could not be downloaded: " + answer.statusCode());
            }
            var content = body.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException("The photo is larger than " + MOST_BYTES + " bytes");
            }
            return content;
        }
    }

    private void take(PhotoRows.Pending pending, byte[] content) throws IOException {
        var hotel = pending.hotelId();
        var photo = measured(pending, content);
        var same = rows.findSame(hotel, photo.sha256());
        if (same.isPresent()) {
            var original = same.get().photoId();
            rows.settle(
                    pending.pendingId(),
                    "duplicate",
                    "This is a duplicate photo. The original photo id is : " + original,
                    original);
            return;
        }
        transaction.executeWithoutResult(
                status -> {
                    rows.add(photo);
                    rows.settle(pending.pendingId(), "ok", null, photo.photoId());
                });
    }

    private static PhotoRows.Photo measured(PhotoRows.Pending pending, byte[] content)
            throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("The photo is of a format that is not supported");
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            reader.dispose();
            if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
                throw new IOException(
                        "The photo is %d x %d (expected: from %d to %d a side)"
                                .formatted(width, height, LEAST, MOST));
            }
            var url = pending.url();
            return new PhotoRows.Photo(
                    PhotoFaces.name(),
                    pending.hotelId(),
                    url.substring(url.lastIndexOf('/') + 1),
                    sha256(content),
                    width,
                    height);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
