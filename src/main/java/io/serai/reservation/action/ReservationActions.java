package io.serai.reservation.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Action;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.request.ChannelRequests;
import io.serai.channel.request.OfReservation;
import io.serai.channel.request.RequestContracts;
import io.serai.reservation.action.ActionRefused.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a hotel may have a channel do with a reservation: each channel's own way, by one door. */
@Component
public class ReservationActions {

    private final AskedActions asked;
    private final ChannelRequests requests;
    private final RequestContracts contracts;
    private final Channels channels;
    private final List<ActionCheck> checks;

    ReservationActions(
            AskedActions asked,
            ChannelRequests requests,
            RequestContracts contracts,
            Channels channels,
            List<ActionCheck> checks) {
        this.asked = asked;
        this.requests = requests;
        this.contracts = contracts;
        this.channels = channels;
        this.checks = checks;
    }

    /**
     * All that its channel speaks of, in the order of channel.yaml; none for a direct booking.
     *
     * @param session what the caller may see
     * @throws ActionRefused when the caller sees no such reservation
     */
    public List<OfferedAction> of(JdbcClient session, long reservation) {
        AtChannel at = AtChannel.find(session, reservation).orElse(null);
        if (at == null) {
            if (AtChannel.isThere(session, reservation)) {
                return List.of();
            }
            throw unknown(reservation);
        }
        Map<String, List<AskedAction>> before = asked.of(session, reservation);
        return channels.findByCode(at.provider())
                .map(
                        channel ->
                                channel.definition().actions().entrySet().stream()
                                        .map(each -> offered(channel, each, before))
                                        .toList())
                .orElse(List.of());
    }

    private OfferedAction offered(
            Channel channel,
            Map.Entry<String, Action> each,
            Map<String, List<AskedAction>> before) {
        String action = each.getKey();
        String reason = against(channel, each.getValue());
        String port = each.getValue().port();
        return new OfferedAction(
                action,
                reason == null,
                reason,
                reason != null || port == null ? null : contracts.needs(port, action),
                before.getOrDefault(action, List.of()));
    }

    /**
     * Demands that there is such a reservation.
     *
     * @param session what the caller may see
     * @throws ActionRefused when the caller sees none
     */
    public void demand(JdbcClient session, long reservation) {
        if (!AtChannel.isThere(session, reservation)) {
            throw unknown(reservation);
        }
    }

    /**
     * Keeps an action; it is done at once and tried as often as may be.
     *
     * @param session what the caller may see, or the engine's where they were seen to see it
     * @param actor who wants it
     * @param wish what the action needs
     * @return the id of the request
     * @throws ActionRefused when it cannot be asked for
     */
    public long ask(
            JdbcClient session, String actor, long reservation, String action, ObjectNode wish) {
        AtChannel at = atChannel(session, reservation);
        Action rule = offered(at, action);
        String port = String.valueOf(rule.port());
        ObjectNode request = wish.deepCopy();
        request.put("number", at.number()).put("action", action);
        List<String> faults = contracts.faults(port, action, request);
        if (!faults.isEmpty()) {
            throw new ActionRefused(Why.NOT_FITTING, String.join("; ", faults));
        }
        for (ActionCheck check : checks) {
            String reason = check.against(session, reservation, action, request, null);
            if (reason != null) {
                throw new ActionRefused(Why.NOT_FITTING, reason);
            }
        }
        Optional<Long> kept =
                requests.ask(
                        at.connection(),
                        port,
                        request,
                        actor,
                        new OfReservation(reservation, action, rule));
        at.record(session, reservation, action);
        return kept.orElseThrow(
                () ->
                        new ActionRefused(
                                Why.UNDER_WAY,
                                "action: '"
                                        + action
                                        + "' is under way (expected: settled before)"));
    }

    private Action offered(AtChannel at, String action) {
        Channel channel =
                channels.findByCode(at.provider())
                        .orElseThrow(
                                () -> notOffered("channel '" + at.provider() + "' has no folder"));
        Action rule =
                channel.definition()
                        .action(action)
                        .orElseThrow(
                                () ->
                                        notOffered(
                                                "action: '%s' (expected: one of %s)"
                                                        .formatted(
                                                                action,
                                                                channel.definition()
                                                                        .actions()
                                                                        .keySet())));
        String reason = against(channel, rule);
        if (reason != null) {
            throw notOffered(reason);
        }
        return rule;
    }

    private static AtChannel atChannel(JdbcClient session, long reservation) {
        return AtChannel.find(session, reservation)
                .orElseThrow(() -> notAtAChannel(session, reservation));
    }

    private static ActionRefused notOffered(String reason) {
        return new ActionRefused(Why.NOT_OFFERED, reason);
    }

    private @Nullable String against(Channel channel, Action rule) {
        String port = rule.port();
        if (port == null) {
            return String.valueOf(rule.reason());
        }
        return requests.isOffered(channel, port) ? null : "not offered now: port " + port;
    }

    private static ActionRefused notAtAChannel(JdbcClient session, long reservation) {
        return AtChannel.isThere(session, reservation)
                ? new ActionRefused(
                        Why.NOT_OFFERED,
                        "a direct booking: no channel has to do with it; /api/booking-engine changes it")
                : unknown(reservation);
    }

    private static ActionRefused unknown(long reservation) {
        return new ActionRefused(
                Why.UNKNOWN,
                "reservation: '" + reservation + "' (expected: the id of one that you may see)");
    }
}
