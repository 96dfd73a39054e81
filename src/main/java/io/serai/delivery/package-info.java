/**
 * What channels hold, what was sent for it and what was answered: marks, claims, attempts, and the
 * rounds that bring them together.
 */
@NullMarked
package io.serai.delivery;

import org.jspecify.annotations.NullMarked;
