package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.ConnectionTurn;
import io.serai.channel.connection.RemoteKey;
import io.serai.channel.connection.StoredConnection;
import io.serai.channel.connection.TurnedRemote;
import io.serai.channel.connection.Turning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a connection to another hotel at its channel, from a test to live, or back. */
@Component("apiConnectionTurn")
public class ApiConnectionTurn {

    private static final Set<String> REMOTE = Set.of("room", "rate", "meaning");

    private final CalledConnections called;
    private final ConnectionTurn turn;

    ApiConnectionTurn(CalledConnections called, ConnectionTurn turn) {
        this.called = called;
        this.turn = turn;
    }

    /** What it would be turned to, by what the channel shows now; changes nothing. */
    public TurningView check(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("live", "number"));
        StoredConnection there = called.find(caller, id);
        try {
            return TurningView.of(look(there, form));
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
    }

    /** Turns it; without a mapping what is known by its ids goes on to mean what it does. */
    public ConnectionLifeView turn(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("live", "number", "mapping"));
        StoredConnection there = called.find(caller, id);
        try {
            Turning turning = look(there, form);
            Map<RemoteKey, Integer> meanings =
                    form.names("mapping") ? said(form) : kept(turning.remotes());
            turn.turn(there, turning, meanings, caller.actor());
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
        return ConnectionLifeView.of(called.find(caller, id));
    }

    private Turning look(StoredConnection there, Form form) {
        if (!form.names("live")) {
            throw form.refusal("live", "missing", "true or false");
        }
        String number = form.text("number");
        return turn.check(
                there,
                number == null ? Objects.requireNonNullElse(there.remoteHotel(), "") : number,
                form.flag("live", false),
                Map.of());
    }

    private static Map<RemoteKey, Integer> said(Form form) {
        Map<RemoteKey, Integer> meanings = new HashMap<>();
        for (Form each : form.forms("mapping", REMOTE)) {
            String room = each.text("room");
            String meaning = each.text("meaning");
            if (room == null) {
                throw each.refusal("room", "missing", "the channel's id of the room");
            }
            if (meaning == null || Targets.key(meaning) == 0) {
                throw each.refusal(
                        "meaning", String.valueOf(meaning), "the id of a room type or product");
            }
            meanings.put(new RemoteKey(room, each.text("rate")), Targets.key(meaning));
        }
        return meanings;
    }

    private static Map<RemoteKey, Integer> kept(List<TurnedRemote> remotes) {
        Map<RemoteKey, Integer> kept = new HashMap<>();
        for (TurnedRemote remote : remotes) {
            if (remote.means() != null && remote.why() == TurnedRemote.Why.KEPT) {
                kept.put(remote.key(), remote.means().id());
            }
        }
        return kept;
    }
}
