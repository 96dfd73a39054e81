/** The inbox: what could not be processed, why, and what is done about it. */
@NullMarked
package io.serai.console.inbox;

import org.jspecify.annotations.NullMarked;
