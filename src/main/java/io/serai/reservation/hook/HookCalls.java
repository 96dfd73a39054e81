package io.serai.reservation.hook;

import io.serai.channel.wire.Call;
import io.serai.channel.wire.CallLog;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls receivers, and has each call remembered, taken or not: when, whose, how long; never what it
 * said.
 */
@Component
public class HookCalls {

    private final HookWire wire;
    private final CallLog calls;
    private final Clock clock;

    HookCalls(HookWire wire, CallLog calls, Clock clock) {
        this.wire = wire;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Returns the status with which the message was taken.
     *
     * @throws HookNotTaken when the answer says otherwise
     * @throws IOException when there was none within the deadline
     */
    public int post(HookMessage message, Call.Errand errand) throws IOException {
        Instant at = clock.instant();
        try {
            int status = wire.post(message);
            remember(message, errand, at, status, "applied");
            return status;
        } catch (HookNotTaken answered) {
            remember(message, errand, at, answered.status(), "not taken");
            throw answered;
        } catch (IOException unanswered) {
            remember(message, errand, at, null, "no answer");
            throw unanswered;
        }
    }

    /** An address may hold a secret in its path: only whose it is is remembered. */
    private void remember(
            HookMessage message,
            Call.Errand errand,
            Instant at,
            @Nullable Integer status,
            String outcome) {
        String to = URI.create(message.url()).getAuthority() + "/…";
        Duration took = Duration.between(at, clock.instant());
        calls.record(Call.elsewhere(at, errand, "POST", to, status, outcome, took));
    }
}
