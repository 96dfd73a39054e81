package io.serai.flow.trial;

import org.jspecify.annotations.Nullable;

/**
 * A step of a route that maps.
 *
 * @param mapping its file below the folder of mappings
 * @param options with which it is called
 * @param variable where it puts what it gives; null: in the body
 */
record MappingStep(String mapping, String options, @Nullable String variable) {}
