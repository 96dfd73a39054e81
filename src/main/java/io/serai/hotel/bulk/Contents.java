package io.serai.hotel.bulk;

import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightValue;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.Sold;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Nights as they are written, those too that nobody wrote. */
final class Contents {

    private record Key(int id, LocalDate night) {}

    private final Map<Key, NightContent> written = new HashMap<>();
    private final HotelNights hotel;
    private final NightsReader reader;

    private Contents(HotelNights hotel, NightsReader reader) {
        this.hotel = hotel;
        this.reader = reader;
    }

    static Contents read(
            NightsReader reader,
            HotelNights hotel,
            Collection<Integer> ids,
            LocalDate from,
            LocalDate to) {
        Contents contents = new Contents(hotel, reader);
        reader.each(
                hotel,
                ids,
                from,
                to,
                night -> contents.written.put(new Key(night.sold().id(), night.night()), night));
        return contents;
    }

    NightContent at(int id, LocalDate night) {
        NightContent found = written.get(new Key(id, night));
        return found != null ? found : reader.unwritten(hotel, sold(id), night);
    }

    private Sold sold(int id) {
        return Objects.requireNonNull(hotel.byId().get(id));
    }

    /** What is to be set and is something else by now. */
    static Map<NightField, NightValue> differing(
            NightContent now, Map<NightField, NightValue> wanted) {
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        wanted.forEach(
                (field, value) -> {
                    if (!value.equals(now.values().get(field))) {
                        set.put(field, value);
                    }
                });
        return set;
    }
}
