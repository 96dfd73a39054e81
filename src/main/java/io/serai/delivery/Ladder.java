package io.serai.delivery;

import io.serai.channel.AnswerRule;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.Retries;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** How long a connection is left alone after a call that failed, by {@code channel.yaml}. */
@Component
class Ladder {

    private static final double JITTER = 0.2;

    private final Claims claims;
    private final DeliverySettings settings;

    Ladder(Claims claims, DeliverySettings settings) {
        this.claims = claims;
        this.settings = settings;
    }

    /**
     * The wait before the next try: what the channel asked for, else the next rung; at the ladder's
     * end the time between two probes, or what the channel asked for if that is longer.
     */
    Claims.Pause after(Claim claim, ChannelDefinition channel, Verdict verdict) {
        String name = name(channel, verdict);
        int rung = claims.rung(claim, name) + 1;
        String words =
                Objects.requireNonNullElse(
                        verdict.words(), "no answer: " + verdict.outcome().word());
        Optional<Duration> step = channel.retries().waitAfter(name, rung);
        Duration wait = step.orElse(settings.probe());
        if (verdict.retryAfter() != null) {
            Duration asked = Duration.ofSeconds(Math.max(verdict.retryAfter(), 1));
            wait = step.isPresent() || asked.compareTo(wait) > 0 ? asked : wait;
        }
        return new Claims.Pause(spread(wait), name, rung, step.isEmpty(), words);
    }

    /** Whether the ladder has ended just now. */
    static boolean isNew(ChannelDefinition channel, Claims.Pause pause) {
        return pause.rung() == 1
                || channel.retries().waitAfter(pause.ladder(), pause.rung() - 1).isPresent();
    }

    /** Whether a message of which nothing is known to be taken is given up. */
    static boolean isOver(ChannelDefinition channel, Verdict judged, Claims.Pause pause) {
        return pause.held()
                && Judge.ends(judged.outcome())
                && judged.outcome() != Outcome.BROKEN
                && channel.retries().endOf(pause.ladder()) == Retries.End.DROP;
    }

    private static String name(ChannelDefinition channel, Verdict verdict) {
        if (verdict.code() != null) {
            AnswerRule rule = channel.answers().ofCode(verdict.code());
            if (rule.retry() != null) {
                return rule.retry();
            }
        }
        return verdict.outcome() == Outcome.UNKNOWN ? Retries.UNREACHABLE : Retries.LATER;
    }

    /** Never sooner than asked for, and not all at the same moment. */
    private static Duration spread(Duration wait) {
        double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (wait.toMillis() * more));
    }
}
