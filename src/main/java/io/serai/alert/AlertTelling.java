package io.serai.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.reservation.hook.HookNotTaken;
import io.serai.reservation.hook.HookSettings;
import io.serai.vault.SecretMask;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells receivers of alerts, each message until it is taken: again after growing waits, in the end
 * given up and shown. What is under way when Serai is killed is sent again, under the same id, when
 * its lease has run out.
 */
@Component("alertTelling")
public class AlertTelling {

    private static final Logger LOG = LoggerFactory.getLogger(AlertTelling.class);
    private static final int LONGEST = 300;

    private final AlertMessages messages;
    private final AlertReceivers receivers;
    private final AlertMail mail;
    private final AlertHook hook;
    private final AlertSettings settings;
    private final HookSettings retries;
    private final MeterRegistry meters;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    AlertTelling(
            AlertMessages messages,
            AlertReceivers receivers,
            AlertMail mail,
            AlertHook hook,
            AlertSettings settings,
            HookSettings retries,
            MeterRegistry meters) {
        this.messages = messages;
        this.receivers = receivers;
        this.mail = mail;
        this.hook = hook;
        this.settings = settings;
        this.retries = retries;
        this.meters = meters;
    }

    /** Claims messages that are due, as many as can be sent at once. */
    public List<ClaimedMessage> due() {
        int free = settings.workers() - running.size();
        if (free <= 0) {
            return List.of();
        }
        List<ClaimedMessage> due = messages.take(free, settings.lease());
        due.forEach(claimed -> running.add(claimed.id()));
        return due;
    }

    /** Sends one that was claimed, and notes what became of it. */
    public void send(@Body ClaimedMessage claimed) {
        try {
            messages.content(claimed).ifPresent(message -> send(claimed, message));
        } finally {
            running.remove(claimed.id());
        }
    }

    private void send(ClaimedMessage claimed, AlertMessage message) {
        try {
            messages.done(claimed, post(message));
            count(message, "done");
        } catch (IOException | RuntimeException failure) {
            failed(claimed, message, failure);
        }
    }

    private @Nullable Integer post(AlertMessage message) throws IOException {
        if (message.way().equals(Receiver.WEBHOOK)) {
            return hook.send(message);
        }
        mail.send(message);
        return null;
    }

    private void failed(ClaimedMessage claimed, AlertMessage message, Exception failure) {
        HookNotTaken answer = failure instanceof HookNotTaken said ? said : null;
        boolean gone = answer != null && answer.isGone();
        boolean last = gone || retries.isLast(claimed.tries());
        messages.putOff(
                claimed,
                last,
                retries.pause(claimed.tries(), answer == null ? Duration.ZERO : answer.delay()),
                answer == null ? null : answer.status(),
                words(failure));
        count(message, last ? "parked" : "again");
        LOG.warn("{} to receiver {}: {}", message, message.receiver(), words(failure));
        if (gone) {
            receivers.end(
                    message.receiver(), "the receiver answered 410: nobody is told there any more");
        }
    }

    private void count(AlertMessage message, String outcome) {
        meters.counter("serai.alerts.told", "way", message.way(), "outcome", outcome).increment();
    }

    /** Of what failed here nobody is told more than its kind. */
    private static String words(Exception failure) {
        String words =
                failure instanceof IOException
                        ? String.valueOf(failure.getMessage())
                        : failure.getClass().getSimpleName();
        String masked = SecretMask.mask(words);
        return masked.substring(0, Math.min(LONGEST, masked.length()));
    }
}
