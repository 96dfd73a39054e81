package io.serai.certified;

import java.time.Instant;
import java.util.List;

/**
 * A call with rooms, prices or restrictions, as a stand-in received it.
 *
 * @param path what was called
 * @param at when it came
 * @param millis how long it was under way there
 * @param bytes its length
 * @param values single values of single nights in it, as the stand-in counted them
 * @param said what it says
 */
record Message(String path, Instant at, int millis, int bytes, int values, List<Said> said) {}
