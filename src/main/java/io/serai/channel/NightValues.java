package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a night can have at a channel; null for those a message does not carry.
 *
 * @param rooms rooms to sell
 * @param roomClosed whether the room type is closed with all its rates
 * @param closed whether the product is closed
 * @param price prices by number of guests, or by the one key {@link #PER_ROOM} or {@link
 *     #PER_PERSON}
 * @param stayPrice totals for 1, 2, 3 … nights from this night on, by number of guests; null in the
 *     list where that stay is not sold
 * @param offset what a number of guests adds to the product's price, or takes from it
 * @param minThrough least nights of a stay that touches the night
 * @param maxThrough most nights of a stay that touches the night
 * @param minArrival least nights of a stay that begins on the night
 * @param maxArrival most nights of a stay that begins on the night
 * @param exactStay the only number of nights of a stay that begins on the night
 * @param cta closed to arrival
 * @param ctd closed to departure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(KebabCaseStrategy.class)
public record NightValues(
        @Nullable Integer rooms,
        @Nullable Boolean roomClosed,
        @Nullable Boolean closed,
        @Nullable Map<String, Amount> price,
        @Nullable Map<String, List<@Nullable Amount>> stayPrice,
        @Nullable Map<String, Amount> offset,
        @Nullable Integer minThrough,
        @Nullable Integer maxThrough,
        @Nullable Integer minArrival,
        @Nullable Integer maxArrival,
        @Nullable Integer exactStay,
        @Nullable Boolean cta,
        @Nullable Boolean ctd) {

    /** The key of a price that holds whoever sleeps in the room. */
    public static final String PER_ROOM = "room";

    /** The key of a price that each guest pays. */
    public static final String PER_PERSON = "person";
}
