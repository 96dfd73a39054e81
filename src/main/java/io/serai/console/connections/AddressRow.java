package io.serai.console.connections;

import io.serai.channel.webhook.KeptCall;
import io.serai.channel.webhook.WebhookAddresses.Address;
import io.serai.channel.webhook.WebhookRegistrations.Registration;
import io.serai.console.Times;
import io.serai.reservation.TakingDelays.Delay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address that a channel may call, in words.
 *
 * @param url to copy
 * @param lines what belongs into the channel's portal, and what is to be known
 * @param kinds what to subscribe to, and what becomes of it
 * @param registered what Serai registered there by itself; empty where it did not
 * @param latest the latest call that was proved
 */
record AddressRow(
        String url,
        List<String> lines,
        Map<String, String> kinds,
        String registered,
        String latest) {

    static AddressRow of(Address address, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (address.tokenUrl() != null) {
            lines.add("Token: " + address.tokenUrl());
            lines.add(
                    "Client id: "
                            + (address.clientId() == null
                                    ? "not set yet, so that no call is taken"
                                    : address.clientId()));
        }
        if (!address.shown().isEmpty()) {
            lines.add("Proved with the account's " + String.join(", ", address.shown()));
        }
        lines.addAll(address.setUp().where());
        if (address.setUp().lacks() != null) {
            lines.add(address.setUp().lacks());
        }
        return new AddressRow(
                address.url(),
                lines,
                address.setUp().kinds(),
                registered(address.registration(), zone),
                latest(address.latest(), zone));
    }

    /** How soon bookings come, and how far that is to be trusted. */
    static List<String> delay(Delay delay) {
        List<String> lines = new ArrayList<>();
        if (delay.half() == null || delay.most() == null) {
            lines.add("No booking of the last 24 hours says how soon it came.");
        } else {
            lines.add(
                    "Bookings of the last 24 hours: %d. Half of them were here within %s of the guest's booking, 95 of 100 within %s."
                            .formatted(delay.measured(), text(delay.half()), text(delay.most())));
        }
        if (delay.wholeMinutes()) {
            lines.add("The channel says whole minutes: each is right to a minute only.");
        }
        if (delay.impossible() > 0) {
            lines.add(
                    "Not counted: %d whose time had not come yet when they came. The channel's zone is set wrong, or its clock is."
                            .formatted(delay.impossible()));
        }
        if (delay.unsaid() > 0) {
            lines.add("Not counted: %d without a time.".formatted(delay.unsaid()));
        }
        return lines;
    }

    private static String registered(@Nullable Registration registration, ZoneId zone) {
        if (registration == null) {
            return "";
        }
        return "Registered: %s. Its secret %s.%s"
                .formatted(
                        registration.url(),
                        registration.secretUntil() == null
                                ? "has no end that the channel said"
                                : "ends " + moment(registration.secretUntil(), zone),
                        registration.testOutcome() == null
                                ? ""
                                : " Test: " + registration.testOutcome() + ".");
    }

    private static String latest(@Nullable KeptCall call, ZoneId zone) {
        return call == null
                ? "No call came yet."
                : "Latest call: %s, %s, %s%s"
                        .formatted(
                                moment(call.receivedAt(), zone),
                                call.kind() == null ? "of no kind" : call.kind(),
                                call.state(),
                                call.reason() == null ? "" : " (" + call.reason() + ")");
    }

    private static String moment(Instant at, ZoneId zone) {
        return Times.moment(at, zone);
    }

    private static String text(Duration delay) {
        return delay.compareTo(Duration.ofMinutes(2)) < 0
                ? delay.toSeconds() + " s"
                : Times.roughly(delay);
    }
}
