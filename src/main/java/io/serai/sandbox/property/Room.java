package io.serai.sandbox.property;

import java.util.Map;

/** A room type with its active rates by their id. */
public record Room(long id, String name, int maxPersons, Map<Long, Rate> rates) {}
