package io.serai.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.payment.gateway.GatewayAnswer;
import io.serai.vault.CardToken;
import io.serai.vault.CardVault;
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
    private static final String COUNTER = "serai.payments.acts";
    private static final String LOOK =
            "It is not known whether the gateway did it: look there, and settle it by hand";

    private final ActRows acts;
    private final WantedReads reads;
    private final CardVault vault;
    private final PaymentSettings settings;
    private final MeterRegistry meters;

    ActEnds(
            ActRows acts,
            WantedReads reads,
            CardVault vault,
            PaymentSettings settings,
            MeterRegistry meters) {
        this.acts = acts;
        this.reads = reads;
        this.vault = vault;
        this.settings = settings;
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

    /**
     * The first charge is the end of the card's security code, the last one of its cards; the
     * channel is asked anew.
     */
    private void done(DueAct act, GatewayAnswer answer) {
        if (!acts.settle(act, "done", answer.reference(), null, null)) {
            return;
        }
        say(act, "done");
        String card = act.card();
        if (card != null) {
            vault.eraseCode(new CardToken(card));
        }
        if (act.kind().equals("charge") && acts.isAllCharged(act)) {
            vault.settled(act.reservation());
        }
        reads.want(act.reservation());
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
        if (act.tries() < waits.size()) {
            acts.later(act, waits.get(act.tries()), left, code, words);
        } else if (left) {
            acts.later(act, waits.get(waits.size() - 1), true, code, words);
        } else {
            end(act, "refused", code, words);
        }
    }

    @Transactional
    public void notKnown(DueAct act) {
        log.warn("{} {} of reservation {}: {}", act.kind(), act.id(), act.number(), LOOK);
        end(act, "not-known", null, LOOK);
    }

    private void end(DueAct act, String state, @Nullable String code, @Nullable String words) {
        if (acts.settle(act, state, null, code, words)) {
            say(act, state);
        }
    }

    private void say(DueAct act, String state) {
        acts.record(act, state);
        meters.counter(COUNTER, "kind", act.kind(), "state", state).increment();
        log.info("{} {} through {}: {}", act.kind(), act.id(), act.gateway(), state);
    }
}
