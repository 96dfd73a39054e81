package io.serai.database.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the database what is shown to whoever watches, apart from their looking: a scrape waits for
 * nothing, and costs the same however often it comes. What cannot be asked is not shown; since when
 * is {@code serai.watch.age}.
 */
public final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final List<Post> posts;
    private final Duration seldom;
    private final Clock clock;
    private volatile Instant whole;
    private boolean missing;

    DatabaseWatch(
            JdbcClient database,
            PlatformTransactionManager transactions,
            List<Watched> watched,
            WatchSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout((int) Math.max(1, settings.patience().toSeconds()));
        this.posts = watched.stream().map(it -> new Post(it, meters)).toList();
        this.seldom = settings.seldom();
        this.clock = clock;
        this.whole = clock.instant();
        Gauge.builder("serai.watch.age", this, DatabaseWatch::age)
                .description("Time since all figures of the database were read")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Asks what is due; what is not answered is asked again the next time. */
    public void look() {
        boolean all = true;
        for (Post post : posts) {
            if (post.isDue()) {
                try {
                    post.show(Objects.requireNonNull(reading.execute(status -> post.ask())));
                } catch (CannotCreateTransactionException unreachable) {
                    posts.forEach(Post::hide);
                    missed(unreachable);
                    return;
                } catch (DataAccessException | TransactionException failed) {
                    post.hide();
                    missed(failed);
                    all = false;
                }
            }
        }
        if (all) {
            missing = false;
            whole = clock.instant();
        }
    }

    /** Says it once, until all was answered again. */
    private void missed(RuntimeException failed) {
        if (!missing) {
            LOG.error("Not read for whoever watches: {}", failed.getMessage());
        }
        missing = true;
    }

    private double age() {
        return Duration.between(whole, clock.instant()).toMillis() / 1000.0;
    }

    /** One question, and when it is asked again. */
    private final class Post {

        private final Watched watched;
        private final ShownFigures figures;
        private Instant due = Instant.EPOCH;

        Post(Watched watched, MeterRegistry meters) {
            this.watched = watched;
            this.figures = new ShownFigures(watched.figures(), meters);
        }

        boolean isDue() {
            return !due.isAfter(clock.instant());
        }

        List<Map<String, Object>> ask() {
            return watched.question().apply(database).query().listOfRows();
        }

        void show(List<Map<String, Object>> rows) {
            figures.show(rows);
            due = watched.seldom() ? clock.instant().plus(seldom) : Instant.EPOCH;
        }

        void hide() {
            show(List.of());
            due = Instant.EPOCH;
        }
    }
}
