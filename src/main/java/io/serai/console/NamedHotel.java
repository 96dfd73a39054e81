package io.serai.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hotel that somebody names in a field: by its number, by its name, or by enough of that.
 *
 * @param text what stands in the field
 * @param hotel the one that is meant; null where none is named, or nobody knows which
 * @param alike the first few of those that may be meant, where that is several
 */
public record NamedHotel(String text, @Nullable Hotel hotel, List<Hotel> alike) {

    /** A number that no hotel has: what is narrowed to it is empty. */
    private static final int NONE = 0;

    private static final int FEW = 12;

    /** What was said means this one of these. */
    public static NamedHotel of(@Nullable String said, List<Hotel> hotels) {
        String part = said == null ? "" : said.strip();
        if (part.isEmpty()) {
            return new NamedHotel("", null, List.of());
        }
        List<Hotel> meant =
                hotels.stream()
                        .filter(it -> it.called().equalsIgnoreCase(part) || it.isNumbered(part))
                        .toList();
        if (meant.isEmpty()) {
            meant = hotels.stream().filter(it -> it.name().equalsIgnoreCase(part)).toList();
        }
        if (meant.isEmpty()) {
            meant = hotels.stream().filter(it -> it.matches(part)).toList();
        }
        return meant.size() == 1
                ? new NamedHotel(meant.get(0).called(), meant.get(0), List.of())
                : new NamedHotel(part, null, few(meant));
    }

    /** The first few of these that have this in their name, or are this number. */
    public static List<Hotel> found(String part, List<Hotel> hotels) {
        return few(hotels.stream().filter(it -> it.matches(part)).toList());
    }

    /** Its number; null where none is named; one that no hotel has where nobody knows which. */
    public @Nullable Integer id() {
        if (hotel != null) {
            return hotel.id();
        }
        return text.isEmpty() ? null : NONE;
    }

    /** Whether one is named and nobody knows which. */
    public boolean isUnknown() {
        return hotel == null && !text.isEmpty();
    }

    /** What is wrong, in words; empty where nothing is. */
    public String problem() {
        if (!isUnknown()) {
            return "";
        }
        return alike.isEmpty()
                ? "None of your hotels is called '" + text + "'."
                : "Several hotels are called '"
                        + text
                        + "'. Say which one by its number, as "
                        + alike.get(0).called()
                        + ".";
    }

    private static List<Hotel> few(List<Hotel> hotels) {
        return hotels.subList(0, Math.min(FEW, hotels.size()));
    }
}
