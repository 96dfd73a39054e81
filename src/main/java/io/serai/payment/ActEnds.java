package io.serai.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.payment.gateway.GatewayAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a gateway's answer, or from none. */
@Component
class ActEnds {

    private static final Logger log = LoggerFactory.getLogger(ActEnds.class);
    private static final String SERAI = "engine:payment";
    private static final String COUNTER = "serai.payments.acts";
    private static final String LOOK =
            "It is not known whether the gateway did it: look there, and settle it by hand";
    private static final String ASKED =
            "It is not sent any more: the gateway is asked what became of it; if it does not tell, look there, and settle it at the booking";
    private static final String SENT =
            "It is sent again under its key, which does nothing twice; look at the gateway if it does not end";

    private final ActRows acts;
    private final MovedMoney moved;
    private final ParkedActs parked;
    private final PaymentSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    ActEnds(
            ActRows acts,
            MovedMoney moved,
            ParkedActs parked,
            PaymentSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.acts = acts;
        this.moved = moved;
        this.parked = parked;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Transactional
    public void answered(DueAct act, GatewayAnswer answer) {
        switch (answer.outcome()) {
            case DONE -> done(act, answer);
            case DECLINED -> end(act, "refused", answer.code(), answer.words());
            case LATER -> again(act, act.begunAt() != null, answer.code(), answer.words());
            case UNKNOWN -> again(act, true, answer.code(), answer.words());
        }
    }

    private void done(DueAct act, GatewayAnswer answer) {
        if (acts.settle(act, "done", answer.reference(), null, null)) {
            say(act, "done");
            moved.follow(act.reservation(), act.isCharge(), act.card());
            parked.release(act.id(), SERAI);
        }
    }

    /** The card cannot be sent: refused, unless it was sent before. */
    @Transactional
    public void unusable(DueAct act, boolean before, @Nullable String words) {
        if (before) {
            notKnown(act);
        } else {
            end(act, "refused", "card", words);
        }
    }

    /**
     * Sends it again later; ends it after the last time.
     *
     * @param left whether something of it may have left, now or before
     */
    @Transactional
    public void again(DueAct act, boolean left, @Nullable String code, @Nullable String words) {
        List<Duration> waits = settings.retries();
        boolean more = act.tries() < waits.size();
        if (more || left) {
            acts.later(act, waits.get(more ? act.tries() : waits.size() - 1), left, code, words);
            if (left && isLate(act)) {
                parked.park(act, SENT);
            }
        } else {
            end(act, "refused", code, words);
        }
    }

    private boolean isLate(DueAct act) {
        return act.begunAt() != null
                && act.begunAt().plus(settings.seenAfter()).isBefore(clock.instant());
    }

    /** It must not be sent any more, and nobody knows what became of it. */
    @Transactional
    public void notKnown(DueAct act) {
        if (acts.settle(act, "not-known", null, null, LOOK)) {
            log.warn("{} {} of reservation {}: {}", act.kind(), act.id(), act.number(), LOOK);
            say(act, "not-known");
            parked.park(act, ASKED);
        }
    }

    private void end(DueAct act, String state, @Nullable String code, @Nullable String words) {
        if (acts.settle(act, state, null, code, words)) {
            say(act, state);
            parked.release(act.id(), SERAI);
        }
    }

    private void say(DueAct act, String state) {
        acts.record(act, state);
        meters.counter(COUNTER, "kind", act.kind(), "state", state).increment();
        log.info("{} {} through {}: {}", act.kind(), act.id(), act.gateway(), state);
    }
}
