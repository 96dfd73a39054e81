/**
 * Tries mappings beside a running Serai: over their examples, and over the last messages that were
 * really received and sent, which it keeps for that.
 */
@NullMarked
package io.serai.flow.trial;

import org.jspecify.annotations.NullMarked;
