package io.serai.sandbox.expedia.graph;

import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;

/** Product management is a pilot: partners that were not granted it are refused. */
final class Granted {

    private final Hotels hotels;

    Granted(Hotels hotels) {
        this.hotels = hotels;
    }

    /** The hotel that an input names. */
    Hotel hotel(Visit visit, String member) {
        return hotel(visit.account(), visit.input().get(member));
    }

    Hotel hotel(Account account, Object id) {
        if (!account.productManagement()) {
            throw new Refused("FORBIDDEN", "product management was not granted to this partner");
        }
        return hotels.of(account, Numbers.of(id))
                .orElseThrow(() -> Refused.notFound("property '" + id + "' is not known"));
    }
}
