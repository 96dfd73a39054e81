package io.serai.flow.trial;

import java.util.List;

/**
 * The messages over which a mapping is tried.
 *
 * @param mapping its file
 * @param messages the newest first
 */
record KeptOfMapping(String mapping, List<KeptMessage> messages) {}
