package io.serai.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises alerts for what is found, tells of them, and ends what is over. Of all instances one looks
 * at a kind at a time; what only one machine can see, each looks at for itself.
 */
@Component("alertWatch")
public class AlertWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

    /** After so long without a look of the machine that saw it, another says that it is over. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** One question may take so many seconds: then the others have their turn. */
    private static final int LONGEST = 30;

    private final List<Condition> conditions;
    private final AlertRows rows;
    private final AlertMessages messages;
    private final AlertSettings settings;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    AlertWatch(
            List<Condition> conditions,
            AlertRows rows,
            AlertMessages messages,
            AlertSettings settings,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.conditions = conditions;
        this.rows = rows;
        this.messages = messages;
        this.settings = settings;
        this.transaction =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setTimeout(LONGEST);
        this.meters = meters;
    }

    /** Looks once, by the database's clock, at all whose minute it is. */
    public void look() {
        Instant now = rows.now();
        int minute = now.atZone(ZoneOffset.UTC).getMinute();
        look(now, condition -> minute % condition.everyMinutes() == 0);
    }

    /**
     * Looks once at everything.
     *
     * @throws IllegalStateException when some could not be looked at; the others were
     */
    public void look(Instant now) {
        look(now, condition -> true);
    }

    private void look(Instant now, Predicate<Condition> due) {
        rows.endStrangers(now);
        IllegalStateException failed = null;
        for (Condition condition : conditions) {
            try {
                if (due.test(condition)) {
                    transaction.executeWithoutResult(status -> look(condition, now));
                }
            } catch (RuntimeException one) {
                failed =
                        failed == null
                                ? new IllegalStateException("alerts that were not looked for")
                                : failed;
                failed.addSuppressed(
                        new IllegalStateException(condition.kind().word() + ": " + one, one));
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void look(Condition condition, Instant now) {
        String watcher = condition.isOwn() ? Machine.NAME : null;
        if (!rows.isAlone(condition.kind(), watcher)) {
            return;
        }
        Map<String, Found> found = new HashMap<>();
        condition.look(now).forEach(it -> found.putIfAbsent(it.subject(), it));
        for (AlertRows.Unfinished there : rows.unfinished(condition.kind())) {
            if (found.containsKey(there.subject()) || there.isFor(watcher, now, PATIENCE)) {
                settle(there, found, now);
            }
        }
        found.values().forEach(it -> raise(condition.kind(), it, watcher, now));
    }

    /** Takes from what was found what an alert is there for. */
    private void settle(AlertRows.Unfinished there, Map<String, Found> found, Instant now) {
        Found seen = found.get(there.subject());
        Course.Step step =
                there.course().look(seen != null, now, settings.calm(), settings.remindAfter());
        if (step.isFinished()) {
            rows.finished(there.id(), now);
        } else if (seen != null) {
            rows.lasts(there.id(), step.course(), seen, now);
            found.remove(there.subject());
        } else if (there.course().endedAt() == null) {
            rows.ended(there.id(), now);
            LOG.info("Alert {} is over: {}", there.id(), there.subject());
        }
        if (step.told() != null) {
            messages.tell(there.id(), step.told());
        }
    }

    private void raise(AlertKind kind, Found found, @Nullable String watcher, Instant now) {
        rows.raise(kind, found, watcher, now)
                .ifPresent(
                        id -> {
                            meters.counter("serai.alerts.raised", "kind", kind.word()).increment();
                            LOG.warn("Alert {}, {}: {}", id, kind.word(), found.subject());
                            messages.tell(id, Course.Told.RAISED);
                        });
    }

    /** Forgets alerts that ended long ago, and tests as old; returns how many. */
    public int forget() {
        Instant before = rows.now().minus(settings.keep());
        return rows.forget(before) + messages.forgetTests(before);
    }
}
