package io.serai.console.people;

import io.serai.console.Hotel;
import io.serai.console.NamedHotel;
import io.serai.console.access.Chains.Chain;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where somebody can be given a role: a chain or a hotel, as a form names it in one field. */
record Places(List<Chain> chains, List<Hotel> hotels) {

    static final String HOTEL = "hotel:";
    static final String CHAIN = "chain:";

    private static final int FEW = 12;

    /**
     * The keys of what may be meant by what was entered, as {@code hotel:12}: of several, the first
     * few; none where nobody knows what it is.
     */
    List<String> keys(String said) {
        String part = said.strip();
        Stream<String> ofChains =
                chains.stream()
                        .filter(
                                chain ->
                                        called(chain).equalsIgnoreCase(part)
                                                || chain.code().equals(part)
                                                || chain.name().equalsIgnoreCase(part))
                        .map(chain -> CHAIN + chain.code());
        NamedHotel named = NamedHotel.of(part, hotels);
        Stream<Hotel> ofHotels =
                named.hotel() == null ? named.alike().stream() : Stream.of(named.hotel());
        return Stream.concat(ofChains, ofHotels.map(hotel -> HOTEL + hotel.id()))
                .limit(FEW)
                .toList();
    }

    /** What the field of a key shows. */
    String called(String key) {
        return Stream.concat(
                        chains.stream()
                                .filter(chain -> key.equals(CHAIN + chain.code()))
                                .map(Places::called),
                        hotels.stream()
                                .filter(hotel -> key.equals(HOTEL + hotel.id()))
                                .map(Hotel::called))
                .findFirst()
                .orElse(key);
    }

    /** The first few whose name has this in it; chains before hotels. */
    List<String> found(String part) {
        String small = part.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        chains.stream()
                                .map(Places::called)
                                .filter(chain -> chain.toLowerCase(Locale.ROOT).contains(small))
                                .limit(FEW),
                        NamedHotel.found(part.strip(), hotels).stream().map(Hotel::called))
                .toList();
    }

    private static String called(Chain chain) {
        return "chain " + chain.name() + " (" + chain.code() + ")";
    }
}
