package io.serai.flow.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that was kept.
 *
 * @param attempt the attempt it was written for; null: for none
 * @param textHash of the text of the mapping that made it
 */
record KeptMessage(
        long id, Instant at, @Nullable Long attempt, String textHash, MappedMessage message) {}
