package io.serai.delivery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a channel shows otherwise than it accepted, for a range of nights of one of its rooms or
 * rates.
 *
 * @param id its id
 * @param room the channel's id of the room
 * @param rate the channel's id of the rate; null for the room itself
 * @param field rooms, room-closed, closed or min-through
 * @param from the first night
 * @param to the last night, included
 * @param held what it accepted; 1 and 0 for closed and open
 * @param shown what it shows
 * @param foundAt when it was first seen
 * @param certain false while a booking that is not polled yet may explain it
 */
public record DriftView(
        String id,
        String room,
        @Nullable String rate,
        String field,
        LocalDate from,
        LocalDate to,
        int held,
        int shown,
        Instant foundAt,
        boolean certain) {}
