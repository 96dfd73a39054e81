package io.serai.certified;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about a stretch of nights of a room or a rate, in our words for fields.
 *
 * @param room the channel's room
 * @param rate the channel's rate; null when it is said of the room
 * @param from the first night
 * @param to the last night, included
 * @param set the values, by field
 */
record Said(
        String room,
        @Nullable String rate,
        LocalDate from,
        LocalDate to,
        Map<String, String> set) {}
