package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The faces of a JSON module: who may call, the envelope, and what is wrong field by field. */
final class JsonFaces {

    /** The data of an act whose answer is empty: 204. */
    static final JsonNode NOTHING = MissingNode.getInstance();

    private final Hotels hotels;
    private final ContentDemands demands;
    private final List<Face> faces = new ArrayList<>();

    /**
     * @param version of the module
     */
    JsonFaces(Hotels hotels, String version) {
        this.hotels = hotels;
        this.demands = new ContentDemands(version);
    }

    /** A face of one property, which its path names {@code property}. */
    JsonFaces of(String method, String path, Function<Told, JsonNode> act) {
        return any(
                method,
                path,
                call -> {
                    var hotel = hotel(call);
                    return act.apply(new Told(call, hotel, body(call)));
                });
    }

    /** A face of no property. */
    JsonFaces any(String method, String path, Function<Call, JsonNode> act) {
        faces.add(new Face(method, path, demands, Dialect.json(), call -> answer(call, act)));
        return this;
    }

    List<Face> all() {
        return faces;
    }

    static JsonNode body(Call call) {
        if (call.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(call.body(), JsonNode.class);
        } catch (Refusal unreadable) {
            throw Wrong.of(Wrong.INVALID, "", "the body is not JSON");
        }
    }

    private Hotel hotel(Call call) {
        var id = Told.number(call, "property");
        var hotel = hotels.find(id).orElseThrow(() -> Wrong.notFound("property " + id));
        if (!hotel.accounts().contains(call.caller().clientId())) {
            throw new Wrong(
                    403,
                    List.of(
                            new Wrong.Fault(
                                    Wrong.INVALID,
                                    "property_id",
                                    "property " + id + " is not linked to this account")));
        }
        return hotel;
    }

    private static Answer answer(Call call, Function<Call, JsonNode> act) {
        var envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("meta").put("ruid", call.ruid());
        envelope.putArray("warnings");
        var errors = envelope.putArray("errors");
        try {
            var data = act.apply(call);
            if (data.isMissingNode()) {
                return Answer.json(204, "").carrying(carried(call));
            }
            envelope.set("data", data);
            return Answer.json(200, Json.write(envelope)).carrying(carried(call));
        } catch (Wrong wrong) {
            wrong.faults()
                    .forEach(
                            fault -> {
                                var error = errors.addObject();
                                error.put("code", fault.code()).put("message", fault.title());
                                error.put("description", fault.words());
                                if (!fault.field().isEmpty()) {
                                    error.putObject("details")
                                            .putArray("fields")
                                            .add(fault.field());
                                }
                            });
            return Answer.json(wrong.status(), Json.write(envelope)).carrying(carried(call));
        }
    }

    private static Carried carried(Call call) {
        var property = call.variables().get("property");
        return property == null || !property.matches("[0-9]{1,18}")
                ? Carried.NOTHING
                : new Carried(Long.valueOf(property), 1, 0, 0);
    }
}
