package io.serai.hotel.night;

import java.time.LocalDate;

/**
 * The nights that a request is about.
 *
 * @param first the earliest
 * @param last the latest
 */
record Span(LocalDate first, LocalDate last) {}
