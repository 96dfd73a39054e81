package io.serai.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hotel that somebody names in a field: by its number, by its name, or by enough of that.
 *
 * @param text what stands in the field
 * @param hotel the one that is meant; null where none is named, or nobody knows which
 * @param alike the first few of those that may be meant, where that is several
 * @param more how many others may be meant, too
 */
public record NamedHotel(String text, @Nullable Hotel hotel, List<Hotel> alike, int more) {

    /** A number that no hotel has: what is narrowed to it is empty. */
    private static final int NONE = 0;

    private static final int FEW = 12;

    /** What was said means this one of these. */
    public static NamedHotel of(@Nullable String said, List<Hotel> hotels) {
        String part = said == null ? "" : said.strip();
        if (part.isEmpty()) {
            return new NamedHotel("", null, List.of(), 0);
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
        if (meant.size() == 1) {
            return new NamedHotel(meant.get(0).called(), meant.get(0), List.of(), 0);
        }
        List<Hotel> alike = found(part, meant);
        return new NamedHotel(part, null, alike, meant.size() - alike.size());
    }

    /**
     * The first few of these that have this in their name, or are this number: that number before
     * names that begin so, and those before others.
     */
    public static List<Hotel> found(String part, List<Hotel> hotels) {
        String small = part.toLowerCase(Locale.ROOT);
        return hotels.stream()
                .filter(it -> it.matches(part))
                .sorted(
                        Comparator.comparing((Hotel it) -> !it.isNumbered(part))
                                .thenComparing(
                                        it ->
                                                !it.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .startsWith(small)))
                .limit(FEW)
                .toList();
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
                : "Several of your hotels match '" + text + "'. Which one?";
    }
}
