package io.serai.hotel.bulk;

/**
 * What became of taking a change back.
 *
 * @param nights nights that are again as they were
 * @param left nights that somebody changed since, or that are past: they stay as they are
 */
public record Undone(int nights, int left) {}
