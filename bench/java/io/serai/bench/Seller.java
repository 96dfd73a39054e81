package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A channel that sells the hotel of a replay: its stand-in's control face, and how things are
 * called there.
 */
interface Seller {

    /** As people call it. */
    String name();

    /** As connections call it. */
    String provider();

    /** The hotel's number there. */
    long hotel();

    /** What a guest, or somebody at the channel, can do and see. */
    ChannelDesk desk();

    /** Opens the account and the hotel, with rooms and rates of the same names. */
    void open(Hotel hotel);

    /** The channel's id of a room type. */
    Object room(Hotel hotel, String roomType);

    /** The channel's id of a rate plan as sold for a room type. */
    Object rate(Hotel hotel, String roomType, String ratePlan);

    /** The credentials of a connection. */
    Map<String, String> credentials();

    /** The configuration of a connection. */
    Map<String, Object> configuration();

    /** What the control face shows of a booking. */
    Promise promise(JsonNode booking);

    /** The addresses at which it is told of rooms, asked for bookings, and thanked. */
    List<String> addresses();

    /** How few messages can tell it everything of the hotel. */
    long firstSync(Hotel hotel);

    /** How few messages can tell it of nights in these months. */
    int messages(Set<YearMonth> months);

    /**
     * How few messages can tell it of what was changed together.
     *
     * @param changed the months that changed, by field
     * @param told what it was told of that
     */
    long fewest(Map<String, Set<YearMonth>> changed, Load told);

    /** Whether such a stay can be booked there. */
    boolean sells(Stay stay);

    /**
     * What a guest was promised.
     *
     * @param number the channel's own
     * @param ref the guest's name of it
     * @param cents what the guest pays
     */
    record Promise(String number, String ref, long cents) {}
}
