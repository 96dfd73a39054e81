/** The page of rooms: what is offered, sold and left, closures, and each channel's state. */
@NullMarked
package io.serai.console.inventory;

import org.jspecify.annotations.NullMarked;
