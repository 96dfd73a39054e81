/**
 * What the grids of rates and rooms share: nights with what the channels hold, changed in place.
 */
@NullMarked
package io.serai.console.grid;

import org.jspecify.annotations.NullMarked;
