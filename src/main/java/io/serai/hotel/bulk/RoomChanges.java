package io.serai.hotel.bulk;

import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a change of rooms would do. */
@Component
public class RoomChanges {

    private static final NightField OFFERED = NightTable.ROOMS.named("offered");

    private final NightsReader reader;
    private final RoomTypes roomTypes;

    RoomChanges(NightsReader reader, RoomTypes roomTypes) {
        this.reader = reader;
        this.roomTypes = roomTypes;
    }

    /**
     * What it would do; nothing is written.
     *
     * @throws BulkRefused when it cannot be meant
     */
    public BulkPlan plan(
            JdbcClient database, HotelNights hotel, BulkScope scope, RoomChange change) {
        scope.demand(hotel);
        if (change.isNothing()) {
            throw new BulkRefused("Nothing is to change (expected: a number of rooms, or closed)");
        }
        long shift =
                change.copyFrom() == null
                        ? 0
                        : ChronoUnit.DAYS.between(scope.from(), change.copyFrom());
        LocalDate first = shift < 0 ? scope.from().plusDays(shift) : scope.from();
        LocalDate last = shift > 0 ? scope.to().plusDays(shift) : scope.to();
        Contents contents = Contents.read(reader, hotel, scope.ids(), first, last);
        Map<String, Integer> sizes =
                roomTypes.of(database, hotel.hotel()).stream()
                        .collect(Collectors.toMap(RoomType::id, RoomType::size));
        BulkPlan.Gathering gathering = new BulkPlan.Gathering();
        for (Integer id : scope.ids()) {
            int size = sizes.getOrDefault(id.toString(), 0);
            for (LocalDate night : scope.nights()) {
                night(
                        gathering,
                        contents.at(id, night),
                        wanted(change, contents.at(id, night.plusDays(shift))),
                        size);
            }
        }
        return gathering.plan();
    }

    private static Map<NightField, NightValue> wanted(RoomChange change, NightContent from) {
        Map<NightField, NightValue> wanted = new LinkedHashMap<>();
        if (change.copyFrom() != null) {
            wanted.putAll(from.values());
        }
        wanted.putAll(change.set());
        return wanted;
    }

    private static void night(
            BulkPlan.Gathering gathering,
            NightContent before,
            Map<NightField, NightValue> wanted,
            int size) {
        if (wanted.get(OFFERED) instanceof NightValue.Count offered && offered.number() > size) {
            gathering.leave(
                    before.sold().roomType() + " has no more than " + size + " rooms to offer");
            return;
        }
        Map<NightField, NightValue> set = Contents.differing(before, wanted);
        if (set.isEmpty()) {
            gathering.leave("as wanted already");
            return;
        }
        gathering.change(
                new BulkPlan.Change(
                        new BulkNight(
                                before.sold(),
                                before.night(),
                                words(set.keySet(), before.values()::get),
                                words(set.keySet(), set::get)),
                        before,
                        set));
    }

    private static String words(
            Iterable<NightField> fields, Function<NightField, NightValue> values) {
        List<String> words = new ArrayList<>();
        for (NightField field : fields) {
            NightValue value = values.apply(field);
            int number = value instanceof NightValue.Count count ? count.number() : -1;
            words.add(
                    switch (field.word()) {
                        case "closed" -> number == 1 ? "closed" : "open";
                        case "heldBack" -> number + " held back";
                        case "outOfOrder" -> number + " out of order";
                        case "safetyStock" ->
                                (number < 0 ? "usual" : Integer.toString(number)) + " safety stock";
                        case "overbooking" ->
                                (number < 0 ? "usual" : Integer.toString(number))
                                        + " may be overbooked";
                        default -> number + " offered";
                    });
        }
        return String.join(", ", words);
    }
}
