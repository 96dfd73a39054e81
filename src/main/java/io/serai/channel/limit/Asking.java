package io.serai.channel.limit;

import io.serai.channel.Limits;
import io.serai.channel.RequestRule;
import io.serai.channel.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that wants to be made.
 *
 * @param channel the channel's name in the database, for metrics
 * @param account the account
 * @param connection the connection; null for a call for all hotels of the account
 * @param urgency how urgent it is
 * @param limits the limits that hold for it, by their names
 */
public record Asking(
        String channel,
        long account,
        @Nullable Long connection,
        Urgency urgency,
        Map<String, Limits> limits) {

    /** The hotel as it waits among others; 0 for all of the account. */
    int hotel() {
        return connection == null ? 0 : connection.intValue();
    }

    /** Its limits with what each is for; those of the hotel first, which fewer share. */
    List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        limits.forEach(
                (name, of) -> {
                    if (connection != null && !of.hotel().isEmpty()) {
                        bounds.add(Bound.ofHotel(connection, name, of.hotel()));
                    }
                });
        limits.forEach(
                (name, of) -> {
                    if (!of.account().isEmpty()) {
                        bounds.add(Bound.ofAccount(account, name, of.account()));
                    }
                });
        return bounds;
    }

    /** The kinds of places of which it needs one each, with how many there are. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        limits.forEach(
                (name, of) -> {
                    RequestRule.InFlight flight = of.inFlight();
                    if (connection != null && flight.hotel() != null) {
                        places.put("hotel " + connection + " " + name, flight.hotel());
                    }
                    if (flight.account() != null) {
                        places.put("account " + account + " " + name, flight.account());
                    }
                });
        return places;
    }
}
