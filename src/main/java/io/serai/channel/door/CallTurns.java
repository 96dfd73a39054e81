package io.serai.channel.door;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.Limits;
import io.serai.channel.Urgency;
import io.serai.channel.limit.Asking;
import io.serai.channel.limit.CallLimits;
import io.serai.channel.limit.Turn;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Asks for the turns of calls, and remembers what channels say of their limits. */
final class CallTurns {

    /** How much longer than its deadline a call that was cut is taken to be under way. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final CallLimits limits;
    private final CallingHotels hotels;

    CallTurns(CallLimits limits, CallingHotels hotels) {
        this.limits = limits;
        this.hotels = hotels;
    }

    /** Waits for a call's turn; see {@link CallLimits#ask}. */
    Turn ask(Visit visit, ChannelDefinition channel) {
        return limits.ask(asking(visit, channel), channel.deadline().plus(MARGIN));
    }

    /** Has all calls under the same limit wait where the channel says that there were too many. */
    void answered(Visit visit, ChannelDefinition channel, Crossing.Arrived arrived) {
        Duration wait = wait(arrived);
        if (wait != null) {
            limits.stop(asking(visit, channel), visit.call(), wait);
        }
    }

    private Asking asking(Visit visit, ChannelDefinition channel) {
        Map<String, Limits> all = channel.limits(visit.call());
        Long connection = visit.connection();
        if (connection == null && visit.hotel() != null && !all.isEmpty()) {
            connection = hotels.connection(visit.account(), visit.hotel()).orElse(null);
        }
        Urgency said = visit.urgency();
        return new Asking(
                channel.code(),
                visit.account(),
                connection,
                said == null ? channel.urgency(visit.call()) : said,
                all);
    }

    /** Seconds; a date is used by no channel and reads as nothing said. */
    private static @Nullable Duration wait(Crossing.Arrived arrived) {
        if (arrived.answer().status() != HttpStatus.SC_TOO_MANY_REQUESTS) {
            return null;
        }
        for (Header header : arrived.headers()) {
            String said = header.getValue() == null ? "" : header.getValue().strip();
            if (HttpHeaders.RETRY_AFTER.equalsIgnoreCase(header.getName())
                    && said.matches("[1-9][0-9]{0,5}")) {
                return Duration.ofSeconds(Long.parseLong(said));
            }
        }
        return null;
    }
}
