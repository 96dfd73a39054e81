package io.serai.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * The hotels that a form names: those on its list, and what was entered to put others there.
 *
 * @param hotels the ones that are meant
 * @param fields what nobody knows, and some empty fields after that
 * @param isOpen whether hotels are put on the list with this, or cannot be: nothing is made of the
 *     form before it was seen so
 */
public record ChosenHotels(List<Hotel> hotels, List<NamedHotel> fields, boolean isOpen) {

    private static final int EMPTY = 2;

    /** Those on the list, by their numbers. */
    public static ChosenHotels of(List<String> listed, List<Hotel> mine) {
        return of(listed, List.of(), mine);
    }

    /**
     * What a form says: {@code hotels} are on the list, {@code add} names others, and {@code
     * meant}, a number and what was entered, says which one of several that was.
     */
    public static ChosenHotels read(MultiValueMap<String, String> form, List<Hotel> mine) {
        String[] meant = Objects.requireNonNullElse(form.getFirst("meant"), "").split(" ", 2);
        boolean answered = meant.length == 2;
        Stream<String> others =
                form.getOrDefault("add", List.of()).stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty() && !(answered && it.equals(meant[1])));
        List<String> added =
                Stream.concat(answered ? Stream.of(meant[0]) : Stream.empty(), others).toList();
        ChosenHotels chosen = of(form.getOrDefault("hotels", List.of()), added, mine);
        return form.containsKey("more")
                ? new ChosenHotels(chosen.hotels, chosen.fields, true)
                : chosen;
    }

    private static ChosenHotels of(List<String> listed, List<String> added, List<Hotel> mine) {
        Map<Integer, Hotel> meant = new LinkedHashMap<>();
        List<NamedHotel> fields = new ArrayList<>();
        Stream.concat(listed.stream(), added.stream())
                .map(each -> NamedHotel.of(each, mine))
                .forEach(
                        named -> {
                            if (named.hotel() != null) {
                                meant.put(named.hotel().id(), named.hotel());
                            } else if (named.isUnknown()) {
                                fields.add(named);
                            }
                        });
        boolean open = !added.isEmpty() || !fields.isEmpty();
        for (int i = 0; i < EMPTY; i++) {
            fields.add(NamedHotel.of("", mine));
        }
        return new ChosenHotels(List.copyOf(meant.values()), List.copyOf(fields), open);
    }

    /** Their numbers. */
    public List<Long> ids() {
        return hotels.stream().map(hotel -> (long) hotel.id()).toList();
    }

    /** Whether nobody knows what was entered. */
    public boolean isUnknown() {
        return fields.stream().anyMatch(NamedHotel::isUnknown);
    }

    /** The HTTP status that says whether that could be put on the list. */
    public int status() {
        return (isUnknown() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK).value();
    }
}
