package io.serai.report;

/** A column of a report, by the name that it has in every form of it. */
public record Column(String name, Kind kind) {}
