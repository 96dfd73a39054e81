package io.serai.sandbox.booking;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.List;
import java.util.Map;

/** The numbers of reservations that an account's hotels missed, where it has Recovery. */
final class MissedFace implements Handler {

    private final Hotels hotels;
    private final QueueRows rows;

    MissedFace(Hotels hotels, QueueRows rows) {
        this.hotels = hotels;
        this.rows = rows;
    }

    @Override
    public Answer answer(Call call) {
        if (!call.caller().recovery()) {
            throw new Refusal(403, "NOT_AUTHORISED", "the account has no Recovery");
        }
        List<Long> linked =
                hotels.linkedTo(call.caller().clientId()).stream().map(Hotel::id).toList();
        var missed = rows.lost(linked);
        return Answer.json(
                        200,
                        Json.write(
                                Map.of(
                                        "data",
                                        missed.stream()
                                                .map(id -> Map.of("reservation_id", id))
                                                .toList(),
                                        "meta",
                                        Map.of("ruid", call.ruid()))))
                .carrying(new Carried(null, missed.size(), 0, 0));
    }
}
