package io.serai.sandbox.expedia.night;

import java.time.LocalDate;

/** So many rooms of a night sold (positive) or given back. */
public record Move(String room, LocalDate night, int rooms) {}
