package io.serai.sandbox.expedia.rest;

import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;

/** Finds what the path of a call names, among what its account may see. */
final class Places {

    private final Hotels hotels;

    Places(Hotels hotels) {
        this.hotels = hotels;
    }

    Hotel hotel(RestCall call) {
        return hotels.of(call.account(), call.number("property"))
                .orElseThrow(
                        () ->
                                new RestRefusal(
                                        403,
                                        1000,
                                        "Access denied: your account is not authorized to manage"
                                                + " this property"));
    }

    RoomType room(RestCall call) {
        return room(call, call.variables().get("room"));
    }

    RoomType room(RestCall call, String id) {
        RoomType room = hotel(call).rooms().get(id);
        if (room == null) {
            throw RestRefusal.noSuchResource();
        }
        return room;
    }

    RatePlan plan(RestCall call) {
        RatePlan plan = room(call).plans().get(call.variables().get("plan"));
        if (plan == null) {
            throw RestRefusal.noSuchResource();
        }
        return plan;
    }
}
