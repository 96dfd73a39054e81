package io.serai.flow.trial;

/**
 * A field that another text of a mapping writes otherwise, without people and secrets.
 *
 * @param path where it stands in what the mapping gives
 * @param was a dash where it was not there
 * @param wouldBe a dash where it would not be there
 */
public record FieldDifference(String path, String was, String wouldBe) {}
