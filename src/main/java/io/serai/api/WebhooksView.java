package io.serai.api;

import io.serai.channel.webhook.KeptCall;
import io.serai.channel.webhook.WebhookAddresses.Address;
import io.serai.channel.webhook.WebhookRegistrations.Registration;
import io.serai.reservation.TakingDelays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a connection's channel calls Serai, and how soon its bookings come.
 *
 * @param webhooks the addresses that it may call
 * @param delay from a guest's booking to Serai's having it
 */
public record WebhooksView(List<HookView> webhooks, DelayView delay) {

    static WebhooksView of(List<Address> addresses, TakingDelays.Delay delay) {
        return new WebhooksView(addresses.stream().map(HookView::of).toList(), DelayView.of(delay));
    }

    /** One address, with what is to be done to have it called. */
    public record HookView(
            String hook,
            String url,
            String verifier,
            List<String> shown,
            @Nullable String tokenUrl,
            @Nullable String clientId,
            @Nullable String registerBy,
            List<String> where,
            Map<String, String> kinds,
            @Nullable String lacks,
            @Nullable Registration registration,
            @Nullable LatestView latest) {

        static HookView of(Address address) {
            return new HookView(
                    address.hook(),
                    address.url(),
                    address.verifier(),
                    address.shown(),
                    address.tokenUrl(),
                    address.clientId(),
                    address.setUp().by(),
                    address.setUp().where(),
                    address.setUp().kinds(),
                    address.setUp().lacks(),
                    address.registration(),
                    address.latest() == null ? null : LatestView.of(address.latest()));
        }
    }

    /** The latest call that was proved. */
    public record LatestView(
            String id, Instant at, @Nullable String kind, String state, @Nullable String reason) {

        static LatestView of(KeptCall call) {
            return new LatestView(
                    Long.toString(call.id()),
                    call.receivedAt(),
                    call.kind(),
                    call.state(),
                    call.reason());
        }
    }

    /** Seconds; none where nothing was counted. */
    public record DelayView(
            int measured,
            int unsaid,
            int impossible,
            boolean wholeMinutes,
            @Nullable Double p50Seconds,
            @Nullable Double p95Seconds) {

        static DelayView of(TakingDelays.Delay delay) {
            return new DelayView(
                    delay.measured(),
                    delay.unsaid(),
                    delay.impossible(),
                    delay.wholeMinutes(),
                    seconds(delay.half()),
                    seconds(delay.most()));
        }

        private static @Nullable Double seconds(@Nullable Duration delay) {
            return delay == null ? null : delay.toMillis() / 1000.0;
        }
    }
}
