package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.hotel.room.SaidLeft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a system says is left, as it is written in a request.
 *
 * @param countedUpTo the latest revision of a reservation that it counted
 * @param nights ranges of nights with what is left on each of them
 */
public record LeftWish(@Nullable String countedUpTo, @Nullable List<Nights> nights) {

    /**
     * A range of nights.
     *
     * @param roomType the room type's code
     * @param from the first night
     * @param to the last night, included
     * @param left rooms left on each
     * @param seen what was seen to be left on each before; null: not said
     */
    public record Nights(
            @Nullable String roomType,
            @Nullable String from,
            @Nullable String to,
            @Nullable JsonNode left,
            @Nullable JsonNode seen) {}

    /**
     * The latest revision that was counted.
     *
     * @param latest the hotel's latest
     * @throws Problem 400 when it is none of the hotel's
     */
    long counted(long latest) {
        String expected = "(expected: 0 to " + latest + ", the latest revision of the hotel)";
        if (countedUpTo == null || !countedUpTo.matches("[0-9]{1,18}")) {
            throw Problem.bad("countedUpTo: %s %s".formatted(countedUpTo, expected));
        }
        long counted = Long.parseLong(countedUpTo);
        if (counted > latest) {
            throw Problem.bad("countedUpTo: %s %s".formatted(countedUpTo, expected));
        }
        return counted;
    }

    /**
     * What is said, night by night.
     *
     * @param types the keys of the hotel's room types by code
     * @param today the first night that may be named
     * @param last the last night that may be named
     * @throws Problem 400 naming what was met and what was expected
     */
    List<SaidLeft> said(Map<String, Integer> types, LocalDate today, LocalDate last) {
        if (nights == null || nights.isEmpty()) {
            throw Problem.bad("nights: none (expected: at least one range)");
        }
        List<SaidLeft> said = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Nights range : nights) {
            Stretch stretch =
                    Stretch.of(new Stretch.Wish(range.from, range.to, null, null), today, last);
            Integer type = range.roomType == null ? null : types.get(range.roomType);
            if (type == null) {
                throw Problem.bad(
                        "roomType: '%s' (expected: one of %s)"
                                .formatted(range.roomType, types.keySet()));
            }
            int left = RoomsPatch.number("left", range.left, "0 to 32767 rooms");
            stretch.from()
                    .datesUntil(stretch.to().plusDays(1))
                    .forEach(
                            night -> {
                                if (!named.add(type + " " + night)) {
                                    throw Problem.bad(
                                            "nights: %s of %s twice (expected: once)"
                                                    .formatted(night, range.roomType));
                                }
                                said.add(new SaidLeft(type, night, left, seen(range.seen)));
                            });
        }
        return said;
    }

    private static @Nullable Integer seen(@Nullable JsonNode seen) {
        if (seen == null || seen.isNull()) {
            return null;
        }
        if (!seen.isIntegralNumber() || !seen.canConvertToInt()) {
            throw Problem.bad("seen: " + seen + " (expected: what was left, or no seen)");
        }
        return seen.intValue();
    }
}
