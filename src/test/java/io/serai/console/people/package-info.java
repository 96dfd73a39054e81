/** Who administers, at their pages. */
@NullMarked
package io.serai.console.people;

import org.jspecify.annotations.NullMarked;
