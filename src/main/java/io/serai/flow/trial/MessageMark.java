package io.serai.flow.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose message it is, when it was mapped, and by which text. */
record MessageMark(long account, @Nullable Long attempt, Instant at, String textHash) {}
