package io.serai.alert;

/**
 * A message that is sent now.
 *
 * @param tries how often it was begun, this time included
 */
public record ClaimedMessage(long id, int tries) {}
