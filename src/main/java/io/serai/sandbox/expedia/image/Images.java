package io.serai.sandbox.expedia.image;

import io.serai.sandbox.expedia.property.Account;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** The images of hotels. */
public final class Images {

    private final ImageRows rows;
    private final Download download;
    private final TransactionTemplate transaction;
    private final Duration waits;
    private final Clock clock;

    /**
     * @param waits how long an image lies as received before it is fetched
     */
    Images(
            ImageRows rows,
            Download download,
            TransactionTemplate transaction,
            Duration waits,
            Clock clock) {
        this.rows = rows;
        this.download = download;
        this.transaction = transaction;
        this.waits = waits;
        this.clock = clock;
    }

    /** Whether the account's host is known to the channel, and serves something there. */
    public boolean reaches(Account account, String url) {
        try {
            URI place = new URI(url);
            boolean web = "http".equals(place.getScheme()) || "https".equals(place.getScheme());
            return web && account.imageHosts().contains(place.getHost()) && download.answers(url);
        } catch (java.net.URISyntaxException noAddress) {
            return false;
        }
    }

    /**
     * Takes an image in; it is fetched and judged afterwards.
     *
     * @param details a JSON object with what its partner says of it
     * @param featured whether it is the one in search results from now on
     */
    public Image add(long hotel, String url, String details, boolean featured) {
        Instant now = clock.instant();
        return java.util.Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Image image = rows.add(hotel, url, details, now, now.plus(waits));
                            rows.change(image, details, featured, now);
                            return image;
                        }));
    }

    /** Those of a hotel, oldest first. */
    public List<Image> of(long hotel) {
        return rows.of(hotel);
    }

    public Optional<Image> find(long hotel, UUID id) {
        return rows.find(hotel, id);
    }

    /** Keeps what a partner says of an image now. */
    public void change(Image image, String details, boolean featured) {
        transaction.executeWithoutResult(
                status -> rows.change(image, details, featured, clock.instant()));
    }

    /** Removes an image; false for one that is published, which stays for ever. */
    public boolean remove(Image image) {
        return rows.remove(image);
    }
}
