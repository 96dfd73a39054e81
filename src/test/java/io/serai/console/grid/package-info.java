/** The tests of the pages of grid. */
@NullMarked
package io.serai.console.grid;

import org.jspecify.annotations.NullMarked;
