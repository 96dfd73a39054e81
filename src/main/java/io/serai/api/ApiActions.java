package io.serai.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Action;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.request.ChannelRequests;
import io.serai.channel.request.RequestContracts;
import io.serai.database.TenantSession;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers have a channel do with a reservation: cancel, change or refund it. */
@Component("apiActions")
public class ApiActions {

    private final Targets targets;
    private final TenantSession tenants;
    private final ChannelRequests requests;
    private final RequestContracts contracts;
    private final Channels channels;

    ApiActions(
            Targets targets,
            TenantSession tenants,
            ChannelRequests requests,
            RequestContracts contracts,
            Channels channels) {
        this.targets = targets;
        this.tenants = tenants;
        this.requests = requests;
        this.contracts = contracts;
        this.channels = channels;
    }

    private record Booked(String number, String connection) {}

    /**
     * Keeps an action; it is done at once and tried as often as need be.
     *
     * @throws Problem 404 for a reservation that the caller does not see, 409 with the reason where
     *     its channel does not offer the action, 400 for what does not fit the action
     */
    public ApiRequests.Kept act(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("action") String action,
            @Body @Nullable ObjectNode wish) {
        Booked booked = booked(caller, id);
        Target target = targets.connection(caller, booked.connection());
        String port = port(target, action);
        ObjectNode request = wish == null ? JsonNodeFactory.instance.objectNode() : wish;
        request.put("number", booked.number());
        request.put("action", action);
        List<String> faults = contracts.faults(port, request);
        if (!faults.isEmpty()) {
            throw Problem.bad(String.join("; ", faults));
        }
        targets.asked(caller, target, port);
        return new ApiRequests.Kept(
                Long.toString(requests.ask(target.id(), port, request, caller.actor())));
    }

    private String port(Target target, String action) {
        Channel channel = channels.byCode(target.provider());
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
        String port = rule.port();
        if (port == null) {
            throw notOffered(String.valueOf(rule.reason()));
        }
        if (!requests.isOffered(channel, port)) {
            throw notOffered("not offered now: port " + port);
        }
        return port;
    }

    private static Problem notOffered(String reason) {
        return new Problem(409, "Not offered", reason);
    }

    private Booked booked(Caller caller, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("reservation", id);
        }
        return tenants
                .call(
                        caller.hotels(),
                        caller.actor(),
                        session ->
                                session.sql(
                                                "select number, connection_id from reservations where id = ? and connection_id is not null")
                                        .param(Long.parseLong(id))
                                        .query(
                                                (row, number) ->
                                                        new Booked(
                                                                row.getString(1), row.getString(2)))
                                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.unknown("reservation", id));
    }
}
