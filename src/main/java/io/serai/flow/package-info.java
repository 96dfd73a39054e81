/**
 * Routes and mappings are files: read from the folders beside the program, checked, then swapped
 * in.
 */
@NullMarked
package io.serai.flow;

import org.jspecify.annotations.NullMarked;
