/** Tries mappings beside a running Serai: over their examples, and over what was really sent. */
@NullMarked
package io.serai.flow.trial;

import org.jspecify.annotations.NullMarked;
