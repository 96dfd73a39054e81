package io.serai.reservation.feed;

import org.jspecify.annotations.Nullable;

/**
 * Which revisions are wanted.
 *
 * @param after those after this one; 0: from the first
 * @param untakenBy only those that this reader has not acknowledged; null: all
 * @param most how many at most
 */
public record FeedWish(long after, @Nullable String untakenBy, int most) {}
