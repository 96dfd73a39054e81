package io.serai.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that a channel refused, or does not take, on a range of nights.
 *
 * @param id its id; it has one for each range
 * @param connection the connection's id
 * @param channel the connection's name
 * @param room the channel's id of the room
 * @param rate the channel's id of the rate; null for the room itself
 * @param product the product's id; null for a room
 * @param roomType the room type's code
 * @param ratePlan the rate plan's code; null for a room
 * @param from the first night
 * @param to the last night, included
 * @param field the field's name at the channel
 * @param value the value, money in minor units
 * @param code the channel's code; not-taken where its description says so beforehand; null: none
 * @param words the channel's words
 * @param at since when
 */
public record RefusedRange(
        String id,
        String connection,
        String channel,
        String room,
        @Nullable String rate,
        @Nullable String product,
        @Nullable String roomType,
        @Nullable String ratePlan,
        LocalDate from,
        LocalDate to,
        String field,
        String value,
        @Nullable String code,
        String words,
        Instant at) {}
