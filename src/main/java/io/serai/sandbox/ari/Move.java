package io.serai.sandbox.ari;

import java.time.LocalDate;

/** So many rooms of a night taken (negative) or given back. */
public record Move(long room, LocalDate night, int rooms) {}
