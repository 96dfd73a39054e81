package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a channel was told of rooms, prices and restrictions, by its own count.
 *
 * @param messages calls
 * @param cells nights of a room or rate
 * @param values single values of those
 * @param bytes of all messages
 */
record Load(long messages, long cells, long values, long bytes) {

    static final Load NOTHING = new Load(0, 0, 0, 0);

    private static final String PUSHES =
            "/hotels/ota/OTA_Hotel(Avail|RateAmount)Notif|/hotels/xml/availability|/eqc/ar";

    static Load of(Seller seller) {
        var load = NOTHING;
        for (var calls : seller.desk().get("/sandbox/counters").get("calls")) {
            if (calls.get("path").asText().matches(PUSHES)) {
                load = load.plus(of(calls));
            }
        }
        return load;
    }

    private static Load of(JsonNode calls) {
        return new Load(
                calls.get("calls").asLong(),
                calls.get("cells").asLong(),
                calls.get("values").asLong(),
                calls.get("bytes").asLong());
    }

    Load plus(Load more) {
        return new Load(
                messages + more.messages,
                cells + more.cells,
                values + more.values,
                bytes + more.bytes);
    }

    Load since(Load before) {
        return new Load(
                messages - before.messages,
                cells - before.cells,
                values - before.values,
                bytes - before.bytes);
    }
}
