package io.serai.api;

import io.serai.channel.Channel;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.Channels;
import io.serai.channel.Limits;
import io.serai.channel.Urgency;
import io.serai.channel.limit.Asking;
import io.serai.channel.limit.CallLimits;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** How often a connection's channel may be called, and what is left of it. */
@Component("apiLimits")
public class ApiLimits {

    private final Targets targets;
    private final Channels channels;
    private final CallLimits limits;
    private final Clock clock;

    ApiLimits(Targets targets, Channels channels, CallLimits limits, Clock clock) {
        this.targets = targets;
        this.channels = channels;
        this.limits = limits;
        this.clock = clock;
    }

    /** The limits of a connection; none where its channel's folder is not there. */
    public Map<String, List<LimitView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        Map<String, Limits> all =
                channels.findByCode(target.provider())
                        .map(Channel::definition)
                        .map(ChannelDefinition::limits)
                        .orElse(Map.of());
        Asking asking =
                new Asking(
                        target.provider(),
                        target.account(),
                        (long) target.id(),
                        Urgency.USUAL,
                        all);
        return Map.of(
                "limits",
                limits.standing(asking).stream()
                        .map(it -> LimitView.of(it, all.get(it.name()).calls(), clock.instant()))
                        .toList());
    }
}
