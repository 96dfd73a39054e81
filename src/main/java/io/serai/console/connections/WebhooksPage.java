package io.serai.console.connections;

import io.serai.channel.Channels;
import io.serai.channel.webhook.WebhookAddresses;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.reservation.TakingDelays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a connection's channel is made to call Serai, and what came of it. */
@Controller
class WebhooksPage {

    private final Desk desk;
    private final Frame frame;
    private final Channels channels;
    private final WebhookAddresses addresses;
    private final TakingDelays delays;

    WebhooksPage(
            Desk desk,
            Frame frame,
            Channels channels,
            WebhookAddresses addresses,
            TakingDelays delays) {
        this.desk = desk;
        this.frame = frame;
        this.channels = channels;
        this.addresses = addresses;
        this.delays = delays;
    }

    @GetMapping("/hotels/{hotel}/connections/{connection}/webhooks")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("connection") int connection,
            Model model) {
        return desk.at(
                user,
                hotel,
                (database, here) -> {
                    Named at =
                            database.sql(
                                            "select integration_name, provider, account_id from third_party_integrations where hotel_id = ? and id = ?")
                                    .params(hotel, connection)
                                    .query(
                                            (row, number) ->
                                                    new Named(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            (Long) row.getObject(3)))
                                    .optional()
                                    .orElseThrow(() -> new NotHere("connection " + connection));
                    List<AddressRow> rows =
                            channels
                                    .findByCode(at.provider())
                                    .map(channel -> addresses.of(channel, at.account()))
                                    .orElse(List.of())
                                    .stream()
                                    .map(address -> AddressRow.of(address, here.zone()))
                                    .toList();
                    frame.on(model, user, here, "connections");
                    model.addAttribute("connection", connection);
                    model.addAttribute("name", at.name());
                    model.addAttribute("addresses", rows);
                    model.addAttribute("delay", AddressRow.delay(delays.of(connection)));
                    return "connections/webhooks";
                });
    }

    private record Named(String name, String provider, @Nullable Long account) {}
}
