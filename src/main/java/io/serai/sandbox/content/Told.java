package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Call;

/**
 * What is told of a property.
 *
 * @param body missing where none came
 */
record Told(Call call, Hotel hotel, JsonNode body) {

    /** The number in a part of the path. */
    long number(String variable) {
        return number(call, variable);
    }

    static long number(Call call, String variable) {
        var text = call.variables().getOrDefault(variable, "");
        if (!text.matches("[0-9]{1,18}")) {
            throw Wrong.of(Wrong.INVALID, variable, "'" + text + "' (expected: a number)");
        }
        return Long.parseLong(text);
    }

    /** The number of a room type of the property. */
    long room() {
        var room = number("unit");
        if (!hotel.rooms().containsKey(room)) {
            throw Wrong.notFound("unit " + room);
        }
        return room;
    }
}
