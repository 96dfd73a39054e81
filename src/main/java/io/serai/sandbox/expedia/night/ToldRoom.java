package io.serai.sandbox.expedia.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the hotel tells of a night of a room type; null: nothing about it. */
public record ToldRoom(
        String room, LocalDate night, @Nullable Integer available, @Nullable Boolean closed) {}
