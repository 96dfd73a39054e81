package io.serai.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hotels that a form names: those on its list, and what was entered to put others there.
 *
 * @param hotels the ones that are meant
 * @param fields what nobody knows, and some empty fields after that
 */
public record ChosenHotels(List<Hotel> hotels, List<NamedHotel> fields) {

    private static final int EMPTY = 2;

    /** What was said, in the form or by numbers, means these of one's own. */
    public static ChosenHotels of(List<String> said, List<Hotel> mine) {
        Map<Integer, Hotel> meant = new LinkedHashMap<>();
        List<NamedHotel> fields = new ArrayList<>();
        for (String each : said) {
            NamedHotel named = NamedHotel.of(each, mine);
            if (named.hotel() != null) {
                meant.put(named.hotel().id(), named.hotel());
            } else if (named.isUnknown()) {
                fields.add(named);
            }
        }
        for (int i = 0; i < EMPTY; i++) {
            fields.add(NamedHotel.of("", mine));
        }
        return new ChosenHotels(List.copyOf(meant.values()), List.copyOf(fields));
    }

    /** Their numbers. */
    public List<Long> ids() {
        return hotels.stream().map(hotel -> (long) hotel.id()).toList();
    }

    /** What is wrong, in words; empty where nothing is. */
    public String problem() {
        return fields.get(0).problem();
    }
}
