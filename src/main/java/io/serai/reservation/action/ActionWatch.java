package io.serai.reservation.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Action;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.request.ChannelRequests;
import io.serai.channel.request.OfReservation;
import io.serai.reservation.ReservationAlerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Compares what channels were asked to do with what they then tell of the reservation. Where one
 * tells nothing by itself, the reservation is read again; where nothing comes, somebody hears of
 * it.
 */
@Component("actionWatch")
public class ActionWatch {

    private static final String READ_AGAIN = "read-again";
    private static final String ACTOR = "serai";

    private final AwaitedActions awaited;
    private final ChannelRequests requests;
    private final Channels channels;
    private final ReservationAlerts alerts;
    private final ActionSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    ActionWatch(
            AwaitedActions awaited,
            ChannelRequests requests,
            Channels channels,
            ReservationAlerts alerts,
            ActionSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.awaited = awaited;
        this.requests = requests;
        this.channels = channels;
        this.alerts = alerts;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Looks at all that channels have yet to tell. */
    public void look() {
        List<Awaited> open = awaited.since(settings.awaitedFor());
        for (Awaited each : open) {
            if (each.isConfirmed()) {
                awaited.confirm(each);
                continue;
            }
            if (!each.isTold() && !each.isRead() && isOlder(each, settings.readAfter())) {
                readAgain(each);
            }
            if (!each.isMissed() && isOlder(each, settings.toldWithin()) && awaited.miss(each)) {
                alerts.notTold(each.reservation(), each.number(), each.action());
            }
        }
    }

    private boolean isOlder(Awaited each, Duration age) {
        Instant since = each.settledAt();
        return since.plus(age).isBefore(clock.instant());
    }

    private void readAgain(Awaited silent) {
        Channel channel = channels.findByCode(silent.provider()).orElse(null);
        Action rule = channel == null ? null : channel.definition().action(READ_AGAIN).orElse(null);
        String port = rule == null ? null : rule.port();
        if (channel == null || rule == null || port == null || !requests.isOffered(channel, port)) {
            return;
        }
        requests.ask(
                silent.connection(),
                port,
                json.createObjectNode().put("number", silent.number()).put("action", READ_AGAIN),
                ACTOR,
                new OfReservation(silent.reservation(), READ_AGAIN, rule));
        awaited.readAgain(silent); // killed before: it is asked for again, which harms nothing
    }
}
