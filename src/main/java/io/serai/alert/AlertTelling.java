package io.serai.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.reservation.hook.HookNotTaken;
import io.serai.reservation.hook.HookSettings;
import io.serai.vault.SecretMask;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells receivers of alerts, each in its turn and each message until it is taken: again after
 * growing waits, in the end given up and shown. What is under way when Serai is killed is sent
 * again, under the same id, when its lease has run out.
 */
@Component("alertTelling")
public class AlertTelling {

    private static final Logger LOG = LoggerFactory.getLogger(AlertTelling.class);
    private static final int LONGEST = 300;

    /** So often a receiver is told something in one turn: then others have theirs. */
    private static final int TURN = 50;

    private final AlertTurns turns;
    private final AlertMessages messages;
    private final AlertReceivers receivers;
    private final AlertMail mail;
    private final AlertHook hook;
    private final HookSettings retries;
    private final MeterRegistry meters;
    private final SendingPlaces places;

    AlertTelling(
            AlertTurns turns,
            AlertMessages messages,
            AlertReceivers receivers,
            AlertMail mail,
            AlertHook hook,
            AlertSettings settings,
            HookSettings retries,
            MeterRegistry meters,
            Clock clock) {
        this.turns = turns;
        this.messages = messages;
        this.receivers = receivers;
        this.mail = mail;
        this.hook = hook;
        this.places = new SendingPlaces(settings, clock);
        this.retries = retries;
        this.meters = meters;
    }

    /** Claims what receivers are to be told now, as far as there are places. */
    public List<ClaimedDigest> due() {
        List<ClaimedDigest> due = new ArrayList<>();
        if (places.isAny()) {
            try {
                turns.due().forEach(turn -> begin(turn, due));
            } catch (RuntimeException failed) {
                due.forEach(claimed -> places.leave(claimed.turn())); // their leases end
                throw failed;
            }
        }
        return due;
    }

    private void begin(ClaimedDigest.Turn turn, List<ClaimedDigest> due) {
        if (places.isFor(turn)) {
            Optional<ClaimedDigest> claimed = turns.claim(turn);
            claimed.ifPresent(it -> places.take(turn));
            claimed.ifPresent(due::add);
        }
    }

    /** Sends what was claimed, notes what became of it, and goes on as long as it is taken. */
    public void send(@Body ClaimedDigest claimed) {
        try {
            Optional<ClaimedDigest> next = Optional.of(claimed);
            for (int sent = 1; next.isPresent(); sent++) {
                boolean goesOn = isTaken(next.get()) && sent < TURN;
                next = goesOn ? turns.claim(claimed.turn()) : Optional.empty();
                next.ifPresent(it -> places.take(it.turn()));
            }
        } finally {
            places.leave(claimed.turn());
        }
    }

    private boolean isTaken(ClaimedDigest claimed) {
        return messages.content(claimed).map(message -> isTaken(claimed, message)).orElse(false);
    }

    private boolean isTaken(ClaimedDigest claimed, AlertMessage message) {
        try {
            messages.done(claimed, post(message));
            count(message, "done");
            return true;
        } catch (IOException | RuntimeException failure) {
            failed(claimed, message, failure);
            return false;
        }
    }

    private @Nullable Integer post(AlertMessage message) throws IOException {
        if (message.way().equals(Receiver.WEBHOOK)) {
            return hook.send(message);
        }
        mail.send(message);
        return null;
    }

    private void failed(ClaimedDigest claimed, AlertMessage message, Exception failure) {
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
        meters.counter("serai.alerts.told", "way", message.way(), "outcome", outcome)
                .increment(message.told().size());
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
