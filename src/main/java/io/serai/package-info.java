/** Starts Serai, and the stand-ins of the channels beside it or alone. */
@NullMarked
package io.serai;

import org.jspecify.annotations.NullMarked;
