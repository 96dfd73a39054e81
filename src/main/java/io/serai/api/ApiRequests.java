package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channels;
import io.serai.channel.request.ChannelRequests;
import io.serai.channel.request.RequestContracts;
import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers ask of channels besides rooms, prices and reservations. */
@Component("apiRequests")
public class ApiRequests {

    private static final String SELECT =
            """
            select id, connection_id, port, state, words, answer, tries, asked_at, asked_by, settled_at,
                   case when settled_at is null then next_try_at end as next_try_at
              from channel_requests
            """;

    private final Targets targets;
    private final TenantSession tenants;
    private final ChannelRequests requests;
    private final RequestContracts contracts;
    private final Channels channels;
    private final ObjectMapper json;

    ApiRequests(
            Targets targets,
            TenantSession tenants,
            ChannelRequests requests,
            RequestContracts contracts,
            Channels channels,
            ObjectMapper json) {
        this.targets = targets;
        this.tenants = tenants;
        this.requests = requests;
        this.contracts = contracts;
        this.channels = channels;
        this.json = json;
    }

    /** Keeps a request; it is sent at once and as often as need be. */
    public Kept ask(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable Wish wish) {
        Target target = targets.connection(caller, id);
        String port = wish == null || wish.ask() == null ? "" : wish.ask();
        if (!ChannelRequests.PORTS.contains(port)) {
            throw Problem.bad(
                    "ask: '%s' (expected: one of %s)"
                            .formatted(port, new TreeSet<>(ChannelRequests.PORTS)));
        }
        if (channels.findByCode(target.provider())
                .filter(channel -> requests.isOffered(channel, port))
                .isEmpty()) {
            throw new Problem(
                    409,
                    "Not offered",
                    "provider: '%s' (expected: one with port %s)"
                            .formatted(target.provider(), port));
        }
        ObjectNode with = wish.with() == null ? JsonNodeFactory.instance.objectNode() : wish.with();
        List<String> faults = contracts.faults(port, with);
        if (!faults.isEmpty()) {
            throw Problem.bad(
                    faults.stream().map(ApiRequests::within).collect(Collectors.joining("; ")));
        }
        targets.asked(caller, target, port);
        return new Kept(Long.toString(keep(caller, target, port, with)));
    }

    /** A fault of the whole of it is called one of the request. */
    private static String within(String fault) {
        return "with"
                + (fault.startsWith("request:") ? fault.substring("request".length()) : fault);
    }

    private long keep(Caller caller, Target target, String port, ObjectNode with) {
        try {
            return requests.ask(target.id(), port, with, caller.actor());
        } catch (IllegalArgumentException unknown) {
            throw Problem.bad("with." + unknown.getMessage());
        }
    }

    /** The latest requests of a connection. */
    public Map<String, List<RequestView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return Map.of(
                "requests",
                find(
                        caller,
                        "where connection_id = ? order by id desc limit 100",
                        (long) target.id()));
    }

    /** One request. */
    public RequestView one(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("request", id);
        }
        return find(caller, "where id = ?", Long.parseLong(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.unknown("request", id));
    }

    private List<RequestView> find(Caller caller, String which, long key) {
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        session.sql(SELECT + which)
                                .param(key)
                                .query((row, number) -> view(row))
                                .list());
    }

    private RequestView view(ResultSet row) throws SQLException {
        return new RequestView(
                row.getString("id"),
                row.getString("connection_id"),
                row.getString("port"),
                row.getString("state"),
                row.getString("words"),
                answer(row.getString("answer")),
                row.getInt("tries"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by"),
                ApiConnections.instant(row.getTimestamp("next_try_at")),
                ApiConnections.instant(row.getTimestamp("settled_at")));
    }

    private @Nullable JsonNode answer(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }

    /**
     * What is asked of a channel, as it is written in a request.
     *
     * @param ask the port
     * @param with what the port gets beside the hotel's number
     */
    public record Wish(@Nullable String ask, @Nullable ObjectNode with) {}

    /** A request that was kept. */
    public record Kept(String id) {}
}
