package io.serai.sandbox.ari;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Problem;
import io.serai.sandbox.wire.Refusal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorts a message's updates by the channel's rules; some break the whole request. */
final class Judge {

    private final Hotels hotels;
    private final List<Rule> rules;

    Judge(Hotels hotels, List<Rule> rules) {
        this.hotels = hotels;
        this.rules = rules;
    }

    Verdict judge(Caller caller, Reading reading) {
        oneHotel(reading);
        oneMonth(reading);
        var accepted = new ArrayList<Target>();
        var problems = new ArrayList<>(reading.problems());
        Hotel hotel = null;
        for (var update : reading.updates()) {
            var found = hotels.havingRoom(update.room()).orElse(null);
            hotel = found == null ? hotel : found;
            var problem = problemOf(update, found, caller);
            if (problem == null && found != null) {
                accepted.add(Target.of(update, found));
            } else if (problem != null) {
                problems.add(problem);
            }
        }
        return new Verdict(hotel == null ? null : hotel.id(), accepted, problems);
    }

    private @Nullable Problem problemOf(Update update, @Nullable Hotel hotel, Caller caller) {
        if (hotel == null) {
            return update.problem("ROOM_ID_INVALID", "no such active room");
        }
        if (!hotel.accounts().contains(caller.clientId())) {
            return update.problem(Problem.NOT_AUTHORISED, "the hotel is not linked to the account");
        }
        var target = Target.of(update, hotel);
        return rules.stream()
                .map(rule -> rule.broken(target))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void oneHotel(Reading reading) {
        var met = new HashSet<Long>();
        for (var update : reading.updates()) {
            hotels.havingRoom(update.room()).ifPresent(hotel -> met.add(hotel.id()));
        }
        if (met.size() > 1) {
            throw new Refusal(
                    400, "ONE_HOTEL_PER_REQUEST", met.size() + " hotels (expected: one a request)");
        }
    }

    private static void oneMonth(Reading reading) {
        var months = new HashSet<YearMonth>();
        for (var update : reading.updates()) {
            if (!(update.ask() instanceof Ask.OfOffset)) {
                months.add(YearMonth.from(update.from()));
                months.add(YearMonth.from(update.to()));
            }
        }
        if (months.size() > 1) {
            throw new Refusal(
                    400,
                    "ONE_MONTH_PER_REQUEST",
                    months.stream().sorted().toList() + " (expected: one calendar month)");
        }
    }
}
