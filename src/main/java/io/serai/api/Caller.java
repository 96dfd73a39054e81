package io.serai.api;

import java.util.List;

/**
 * Who asks, and what they may see.
 *
 * @param actor who acts, as the audit names it: {@code user:…}
 * @param hotels the ids of the hotels whose rows they may see and change
 */
public record Caller(String actor, List<Long> hotels) {}
