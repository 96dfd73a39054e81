package io.serai.sandbox.expedia.image;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round for ever: fetches what was received, judges it, publishes what is good. */
final class ImageRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImageRounds.class);
    private static final long TICK = 200;
    private static final int AT_ONCE = 8;
    private static final String SHOWN = "https://images.example/hotels/%d/%s_b.jpg";

    private final ImageRows rows;
    private final Download download;
    private final Duration takes;
    private final Clock clock;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        var thread = new Thread(work, "sandbox-images");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * @param takes how long a good image has its derivatives before it is published
     */
    ImageRounds(ImageRows rows, Download download, Duration takes, Clock clock) {
        this.rows = rows;
        this.download = download;
        this.takes = takes;
        this.clock = clock;
        clockwork.scheduleWithFixedDelay(this::round, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            rows.due(clock.instant(), AT_ONCE).forEach(this::goOn);
        } catch (RuntimeException e) {
            if (!clockwork.isShutdown()) {
                LOG.error("The stand-in's images failed", e);
            }
        }
    }

    private void goOn(Image image) {
        if (image.state() == ImageState.RECEIVED) {
            look(image);
        } else {
            String shown = SHOWN.formatted(image.hotel(), image.id().toString().substring(0, 8));
            rows.becomes(image, ImageState.PUBLISHED, null, shown, clock.instant(), null);
        }
    }

    private void look(Image image) {
        Instant now = clock.instant();
        byte[] bytes;
        try {
            bytes = download.fetch(image.url());
        } catch (IOException e) {
            String words = "The image could not be downloaded: " + e.getMessage();
            rows.becomes(image, ImageState.DOWNLOAD_FAILED, words, null, now, null);
            return;
        }
        byte[] sha256 = sha256(bytes);
        String path = URI.create(image.url()).getPath();
        rows.fetched(image, sha256, path.substring(path.lastIndexOf('/') + 1));
        String fault = Judge.fault(bytes);
        if (fault != null) {
            rows.becomes(image, ImageState.REJECTED, fault, null, now, null);
        } else if (rows.has(image, sha256)) {
            String words = "The property has this image already";
            rows.becomes(image, ImageState.DUPLICATE, words, null, now, null);
        } else {
            rows.becomes(image, ImageState.DERIVATIVES_CREATED, null, null, now, now.plus(takes));
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
