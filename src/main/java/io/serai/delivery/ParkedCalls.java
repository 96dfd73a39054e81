package io.serai.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.request.ChannelRequest;
import io.serai.channel.request.RequestEnds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parks what hotels asked of channels and did not get, in the transaction in which it ends. */
@Component
public class ParkedCalls implements RequestEnds {

    /** The route that asks anew; a message's key is that of its request. */
    public static final String ROUTE = "request-again";

    private final Parking parking;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ParkedCalls(Parking parking, JdbcClient jdbc, ObjectMapper json) {
        this.parking = parking;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void notDone(ChannelRequest request, String state, @Nullable String words) {
        JsonNode with = read(request.request());
        String what = with.path("action").asText(request.port());
        String body =
                json.createObjectNode()
                        .put("request", Long.toString(request.id()))
                        .put("ask", request.port())
                        .<ObjectNode>set("with", with)
                        .toString();
        ParkingSlip slip =
                new ParkingSlip(
                                ROUTE,
                                ParkingSlip.Kind.CALL,
                                Long.toString(request.id()),
                                request.account(),
                                request.remoteHotel(),
                                body)
                        .of(with.path("number").asText(null), what)
                        .as(state.equals("given-up") ? Family.POISONED : Family.CANNOT_PASS)
                        .at(request.hotel());
        parking.park(
                state.equals("not-known") ? slip.thatMayBeDone() : slip,
                new NotDone(what, state, words));
    }

    @Override
    public void done(ChannelRequest request) {
        jdbc.sql(
                        """
                        update parked_messages p
                           set state = 'overtaken', settled_at = now(), settled_by = 'engine:request', body_sealed = null,
                               note = 'the channel did it for request ' || d.id
                          from channel_requests d join channel_requests e
                            on e.connection_id = d.connection_id and e.port = d.port and e.request = d.request
                               and e.reservation_id is not distinct from d.reservation_id
                         where d.id = ? and p.route = ? and p.message_key = e.id::text and p.state = 'parked'
                        """)
                .params(request.id(), ROUTE)
                .update();
    }

    @Override
    public void wantedAnew(long request, String actor, boolean begun) {
        jdbc.sql(
                        """
                        update parked_messages
                           set state = :state, settled_at = now(), settled_by = :actor, body_sealed = null, note = :note
                         where route = :route and message_key = :key and state = 'parked'
                        """)
                .param("state", begun ? "replayed" : "overtaken")
                .param("actor", actor)
                .param("note", begun ? "asked anew" : "it is asked already, or done")
                .param("route", ROUTE)
                .param("key", Long.toString(request))
                .update();
    }

    @Override
    public void notAnew(long request, String words) {
        jdbc.sql(
                        """
                        update parked_messages set reason = :reason, family = :family, next_try_at = null, tries = tries + 1
                         where route = :route and message_key = :key and state = 'parked'
                        """)
                .param("reason", "not asked anew: " + words)
                .param("family", Family.CANNOT_PASS.word())
                .param("route", ROUTE)
                .param("key", Long.toString(request))
                .update();
    }

    private JsonNode read(String request) {
        try {
            return json.readTree(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }
}
