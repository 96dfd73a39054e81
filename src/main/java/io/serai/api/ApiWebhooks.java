package io.serai.api;

import io.serai.channel.Channels;
import io.serai.channel.webhook.WebhookAddresses;
import io.serai.reservation.TakingDelays;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** What is needed to have a channel call Serai, and what came of it. */
@Component("apiWebhooks")
public class ApiWebhooks {

    private final Targets targets;
    private final Channels channels;
    private final WebhookAddresses addresses;
    private final TakingDelays delays;

    ApiWebhooks(
            Targets targets, Channels channels, WebhookAddresses addresses, TakingDelays delays) {
        this.targets = targets;
        this.channels = channels;
        this.addresses = addresses;
        this.delays = delays;
    }

    /** Those of a connection. */
    public WebhooksView show(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return WebhooksView.of(
                channels.findByCode(target.provider())
                        .map(channel -> addresses.of(channel, target.account()))
                        .orElse(List.of()),
                delays.of(target.id()));
    }
}
