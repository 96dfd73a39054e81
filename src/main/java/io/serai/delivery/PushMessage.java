package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.PriceLayout;
import io.serai.ari.Pricing;
import io.serai.ari.Range;
import io.serai.ari.Remote;
import io.serai.channel.Amount;
import io.serai.channel.NightValues;
import io.serai.channel.PushRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a batch in the words of the port {@code ari-push}. */
final class PushMessage {

    private final Connection connection;

    PushMessage(Connection connection) {
        this.connection = connection;
    }

    /** Its updates are numbered from 1, in the order of the ranges. */
    PushRequest of(Batch batch) {
        List<PushRequest.Update> updates = new ArrayList<>();
        for (Range range : batch.ranges()) {
            updates.add(
                    new PushRequest.Update(
                            updates.size() + 1,
                            range.remote().room(),
                            range.remote().rate(),
                            range.from(),
                            range.to(),
                            days(range.weekdays()),
                            values(range)));
        }
        return new PushRequest(
                connection.remoteHotel(),
                connection.currency(),
                batch.request(),
                connection.target(),
                updates);
    }

    private static @Nullable List<PushRequest.Day> days(@Nullable Integer weekdays) {
        if (weekdays == null) {
            return null;
        }
        return Arrays.stream(PushRequest.Day.values())
                .filter(day -> (weekdays & 1 << day.ordinal()) != 0)
                .toList();
    }

    NightValues values(Range range) {
        Cell cell = range.values();
        return new NightValues(
                number(cell, Field.ROOMS),
                flag(cell, Field.ROOM_CLOSED),
                flag(cell, Field.CLOSED),
                prices(range),
                stays(range),
                offsets(range),
                number(cell, Field.MIN_THROUGH),
                number(cell, Field.MAX_THROUGH),
                number(cell, Field.MIN_ARRIVAL),
                number(cell, Field.MAX_ARRIVAL),
                null,
                flag(cell, Field.CTA),
                flag(cell, Field.CTD));
    }

    private static @Nullable Integer number(Cell cell, Field field) {
        return cell.has(field) ? cell.get(field) : null;
    }

    private static @Nullable Boolean flag(Cell cell, Field field) {
        return cell.has(field) ? cell.get(field) == 1 : null;
    }

    private @Nullable Map<String, Amount> prices(Range range) {
        return switch (range.remote().layout()) {
            case ROOM -> amounts(range, 0, 1, perRoomOrPerson(range.remote()));
            case OFFSETS -> amounts(range, 0, 1, NightValues.PER_ROOM);
            case OCCUPANCY -> amounts(range, 0, range.values().prices(), null);
            case STAY -> null;
        };
    }

    private static String perRoomOrPerson(Remote remote) {
        return remote.pricing() == Pricing.PER_PERSON
                ? NightValues.PER_PERSON
                : NightValues.PER_ROOM;
    }

    private @Nullable Map<String, Amount> offsets(Range range) {
        return range.remote().layout() == PriceLayout.OFFSETS
                ? amounts(range, 1, range.values().prices(), null)
                : null;
    }

    /** Keyed by the number of guests, or by the one key given. */
    private @Nullable Map<String, Amount> amounts(
            Range range, int from, int to, @Nullable String key) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (int position = from; position < Math.min(to, range.values().prices()); position++) {
            long price = range.values().price(position);
            if (price != Cell.NONE) {
                int guests = from == 0 ? position + 1 : position;
                amounts.put(key == null ? Integer.toString(guests) : key, amount(price));
            }
        }
        return amounts.isEmpty() ? null : amounts;
    }

    private @Nullable Map<String, List<@Nullable Amount>> stays(Range range) {
        Remote remote = range.remote();
        if (remote.layout() != PriceLayout.STAY || remote.isRoom()) {
            return null;
        }
        Map<String, List<@Nullable Amount>> stays = new LinkedHashMap<>();
        boolean ofRoom = remote.pricing() == Pricing.LENGTH_OF_STAY_PER_DAY;
        for (int guests = 0; guests < (ofRoom ? 1 : remote.guests()); guests++) {
            List<@Nullable Amount> totals = new ArrayList<>();
            boolean any = false;
            for (int nights = 0; nights < remote.longestStay(); nights++) {
                long total = range.values().price(guests * remote.longestStay() + nights);
                totals.add(total == Cell.NONE ? null : amount(total));
                any |= total != Cell.NONE;
            }
            if (any) {
                stays.put(ofRoom ? NightValues.PER_ROOM : Integer.toString(guests + 1), totals);
            }
        }
        return stays.isEmpty() ? null : stays;
    }

    private Amount amount(long minor) {
        return new Amount(BigDecimal.valueOf(minor, connection.digits()));
    }
}
